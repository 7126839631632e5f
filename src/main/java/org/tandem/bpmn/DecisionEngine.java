package org.tandem.bpmn;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelException;
import org.camunda.dmn.DmnEngine;

/** Asks the engine that evaluates decisions whether it can read a file. */
final class DecisionEngine {

    private static final DmnEngine ENGINE = new DmnEngine.Builder().build();

    private DecisionEngine() {}

    static List<Problem> refusals(String file, byte[] content) {
        return ENGINE.parse(new ByteArrayInputStream(content))
                .swap()
                .toOption()
                .map(failure -> List.of(new Problem(
                        file,
                        null,
                        "",
                        "no engine takes it: " + schemaError(content).orElse(failure.message()),
                        "Correct it in Camunda Modeler")))
                .getOrElse(List::of);
    }

    /** Which the engine keeps to itself. */
    private static Optional<String> schemaError(byte[] content) {
        try {
            Dmn.readModelFromStream(new ByteArrayInputStream(content));
            return Optional.empty();
        } catch (DmnModelException schema) {
            return Optional.of(XmlText.plain(reason(schema)));
        }
    }

    private static String reason(Throwable thrown) {
        return thrown.getCause() == null ? String.valueOf(thrown.getMessage()) : reason(thrown.getCause());
    }
}
