package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDmn;
import scala.jdk.javaapi.CollectionConverters;

/** The decision tables of {@code processes/}, evaluated by the DMN engine that Zeebe uses. */
final class DecisionTables {

    private static final DmnEngine ENGINE = new DmnEngine.Builder().build();
    private static final Map<String, ParsedDmn> PARSED = new ConcurrentHashMap<>();

    private DecisionTables() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> evaluate(String decision, Map<String, Object> inputs) {
        var result = ENGINE.eval(PARSED.computeIfAbsent(decision, DecisionTables::parsed), decision, inputs);
        assertThat(result.isRight()).as(result.toString()).isTrue();
        var value = ((DmnEngine.Result) result.toOption().get()).value();
        return CollectionConverters.asJava((scala.collection.Map<String, Object>) value);
    }

    private static ParsedDmn parsed(String decision) {
        try (var model = Files.newInputStream(Path.of("processes", decision + ".dmn"))) {
            var result = ENGINE.parse(model);
            assertThat(result.isRight()).as(result.toString()).isTrue();
            return result.toOption().get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
