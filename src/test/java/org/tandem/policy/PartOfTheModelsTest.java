package org.tandem.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.bpmn.ModelFiles;

/** Whoever deploys some of our models by themselves is told what is missing, and nothing that only follows from it. */
@Execution(ExecutionMode.CONCURRENT)
class PartOfTheModelsTest {

    private static final Map<String, byte[]> ALL =
            ModelFiles.inFolder(Path.of("processes")).files();

    @ParameterizedTest
    @MethodSource("names")
    void aFileAloneIsRefusedForWhatItNames(String name) {
        assertThat(complaints(Map.of(name, Objects.requireNonNull(ALL.get(name)))))
                .allMatch(PartOfTheModelsTest::namesWhatIsMissing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resolve-by-person.bpmn", "confidence-gate.dmn", "answer-customer.form"})
    void allButOneAreRefusedForThatOne(String name) {
        var files = new TreeMap<>(ALL);
        files.remove(name);

        assertThat(complaints(files)).isNotEmpty().allMatch(PartOfTheModelsTest::namesWhatIsMissing);
    }

    private static Stream<String> names() {
        return ALL.keySet().stream();
    }

    private static List<String> complaints(Map<String, byte[]> files) {
        return new ModelPolicy(Contract.CAPABILITIES)
                .checkBeside(ModelFiles.of(files)).stream()
                        .filter(Violation::isError)
                        .map(Violation::toString)
                        .toList();
    }

    private static boolean namesWhatIsMissing(String complaint) {
        return complaint.matches("(?s).*there is no (process|decision|form) \\S+ among the models.*");
    }
}
