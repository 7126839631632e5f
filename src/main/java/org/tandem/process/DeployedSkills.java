package org.tandem.process;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tandem.bpmn.Library;
import org.tandem.desk.pool.RoutingSkills;

/** Reads the skills that tasks can need where analysts write them: in the answers of the decision {@code route-to-person}. */
@Component
class DeployedSkills implements RoutingSkills {

    private static final Logger log = LoggerFactory.getLogger(DeployedSkills.class);
    private static final String ROUTING = "route-to-person";
    private static final String SKILLS = "skills";

    private final ModelSource source;
    private volatile Set<String> last = Set.of();

    DeployedSkills(ModelSource source) {
        this.source = source;
    }

    /** Models that are refused leave the skills as they were, like everything else. */
    @Override
    public Set<String> known() {
        try {
            last = in(source.checked().library());
        } catch (RuntimeException refused) {
            log.debug("The skills stay as they were: {}", refused.getMessage());
        }
        return last;
    }

    static Set<String> in(Library library) {
        return Optional.ofNullable(library.decisions().get(ROUTING)).stream()
                .flatMap(table -> table.rules().stream())
                .flatMap(rule -> Optional.ofNullable(rule.answers().get(SKILLS)).stream())
                .flatMap(answer -> answer.constants().all().stream())
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.toUnmodifiableSet());
    }
}
