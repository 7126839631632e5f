package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.dmn.DmnEngine;
import scala.jdk.javaapi.CollectionConverters;

/** The decision tables of {@code processes/}, evaluated by the DMN engine that Zeebe uses. */
final class DecisionTables {

    private static final DmnEngine ENGINE = new DmnEngine.Builder().build();

    private DecisionTables() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> evaluate(String decision, Map<String, Object> inputs) throws IOException {
        try (var model = Files.newInputStream(Path.of("processes", decision + ".dmn"))) {
            var result = ENGINE.eval(model, decision, inputs);
            assertThat(result.isRight()).as(result.toString()).isTrue();
            var value = ((DmnEngine.Result) result.toOption().get()).value();
            return CollectionConverters.asJava((scala.collection.Map<String, Object>) value);
        }
    }
}
