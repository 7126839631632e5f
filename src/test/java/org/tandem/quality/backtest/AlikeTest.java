package org.tandem.quality.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tandem.bpmn.Decision;
import org.tandem.bpmn.Library;
import org.tandem.bpmn.ModelFiles;
import org.tandem.engine.core.DecisionFile;

@Execution(ExecutionMode.CONCURRENT)
class AlikeTest {

    private static final List<String> CLASSES = List.of("routine", "account", "sensitive", "person-only", "unknown");
    private static final List<String> AUTOMATION = List.of("open", "shadow", "not-released", "held-out", "shut");

    private final byte[] gate =
            ModelFiles.read(Path.of("processes").toUri().toString()).getOrDefault("confidence-gate.dmn", new byte[0]);

    @Test
    void inputsThatAreAlikeAreDecidedAlike() {
        var alike = Alike.of(gate(library(text())), library(text())).orElseThrow();
        var file = new DecisionFile(text(), Clock.systemUTC());
        var decided = new HashMap<List<@Nullable Object>, @Nullable Object>();
        var random = new Random(1);
        for (int i = 0; i < 1_500; i++) {
            var inputs = inputs(random);

            var answer = Objects.requireNonNull((Map<?, ?>) file.evaluate(Gate.DECISION, inputs))
                    .get("rule");

            assertThat(decided.getOrDefault(alike.key(inputs), answer)).isEqualTo(answer);
            decided.put(alike.key(inputs), answer);
        }
        assertThat(decided).hasSizeLessThan(1_500);
    }

    @Test
    void aTableThatCalculatesIsNotShortened() {
        var calculating = text().replace("<text>&gt;= 0.5</text>", "<text>? * 2 &gt;= 1</text>");

        var library = library(calculating);

        assertThat(calculating).isNotEqualTo(text());
        assertThat(Alike.of(gate(library), library)).isEmpty();
    }

    private static Map<String, @Nullable Object> inputs(Random random) {
        double[] some = {0, 0.1, 0.15, 0.5, 1, random.nextDouble(), random.nextDouble() / 5};
        var inputs = PastCases.inputs(
                CLASSES.get(random.nextInt(CLASSES.size())),
                some[random.nextInt(some.length)],
                some[random.nextInt(some.length)]);
        inputs.put("automation", AUTOMATION.get(random.nextInt(AUTOMATION.size())));
        inputs.put("repeatContacts", random.nextInt(5));
        for (var flag : List.of("distress", "customerAskedForPerson", "severalRequests")) {
            inputs.put(flag, random.nextInt(6) == 0);
        }
        inputs.put("topicAutomated", random.nextInt(6) > 0);
        inputs.put("languageSupported", random.nextInt(6) > 0);
        return inputs;
    }

    private String text() {
        return new String(gate, StandardCharsets.UTF_8);
    }

    private static Decision gate(Library library) {
        return Objects.requireNonNull(library.decisions().get(Gate.DECISION));
    }

    private static Library library(String dmn) {
        return ModelFiles.of(Map.of("confidence-gate.dmn", dmn.getBytes(StandardCharsets.UTF_8)))
                .library();
    }
}
