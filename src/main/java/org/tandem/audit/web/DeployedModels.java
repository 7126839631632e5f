package org.tandem.audit.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tandem.audit.DecisionTable;
import org.tandem.audit.ModelTexts;
import org.tandem.audit.ProcessHistory;
import org.tandem.audit.Run;
import org.tandem.audit.Trail;

/** The files of deployed versions, which never change, so those looked at last are kept. */
@Component
class DeployedModels {

    private static final int KEPT = 100;

    private final ProcessHistory history;
    private final Map<Long, String> diagrams = newest();
    private final Map<Long, String> decisions = newest();

    DeployedModels(ProcessHistory history) {
        this.history = history;
    }

    Optional<String> diagram(long definition) {
        return kept(diagrams, definition, history::diagram);
    }

    Optional<String> decision(long definition) {
        return kept(decisions, definition, history::decisionModel);
    }

    Optional<DecisionTable> table(long definition, String decision) {
        return decision(definition).flatMap(dmn -> DecisionTable.read(dmn, decision));
    }

    /** What the models of a run have in quotes. */
    ModelTexts texts(Run run, Trail trail) {
        var tables = trail.decisions().items().stream()
                .map(Trail.Evaluation::definition)
                .distinct()
                .flatMap(definition -> decision(definition).stream());
        return ModelTexts.of(Stream.concat(diagram(run.definition()).stream(), tables));
    }

    private static Optional<String> kept(Map<Long, String> files, long definition, LongFunction<Optional<String>> ask) {
        synchronized (files) {
            var known = files.get(definition);
            if (known != null) {
                return Optional.of(known);
            }
        }
        var file = ask.apply(definition);
        file.ifPresent(text -> {
            synchronized (files) {
                files.put(definition, text);
            }
        });
        return file;
    }

    private static Map<Long, String> newest() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
                return size() > KEPT;
            }
        };
    }
}
