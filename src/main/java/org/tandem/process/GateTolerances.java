package org.tandem.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tandem.assistant.TopicClass;
import org.tandem.bpmn.Decision;
import org.tandem.bpmn.Library;
import org.tandem.quality.automation.Tolerances;

/** Reads the tolerances where analysts write them: in the decision {@code tolerance} beside the confidence gate. */
@Component
class GateTolerances implements Tolerances {

    private static final Logger log = LoggerFactory.getLogger(GateTolerances.class);
    private static final String TOLERANCE = "tolerance";

    private final ModelSource source;
    private volatile Map<String, Double> last = Map.of();

    GateTolerances(ModelSource source) {
        this.source = source;
    }

    /** Models that are refused leave the tolerances as they were, like everything else. */
    @Override
    public Map<String, Double> byClass() {
        try {
            last = in(source.checked().library());
        } catch (RuntimeException refused) {
            log.debug("The tolerances stay as they were: {}", refused.getMessage());
        }
        return last;
    }

    static Map<String, Double> in(Library library) {
        var decision = Optional.ofNullable(library.decisions().get(TOLERANCE));
        var tolerances = new HashMap<String, Double>();
        for (var topicClass : TopicClass.values()) {
            decision.flatMap(table -> of(table, topicClass.label()))
                    .filter(tolerance -> tolerance > 0 && tolerance < 1)
                    .ifPresent(tolerance -> tolerances.put(topicClass.label(), tolerance));
        }
        return Map.copyOf(tolerances);
    }

    private static Optional<Double> of(Decision table, String topicClass) {
        return table.rules().stream()
                .filter(rule -> rule.tests().stream()
                        .allMatch(test -> test.isEmpty() || test.get().holdsFor(topicClass)))
                .findFirst()
                .map(rule -> rule.answers().get(TOLERANCE))
                .map(answer -> answer.resultWith(Map.of()))
                .filter(Number.class::isInstance)
                .map(number -> ((Number) number).doubleValue());
    }
}
