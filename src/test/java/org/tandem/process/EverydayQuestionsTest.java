package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.assistant.classifier.LabelledCsv;
import org.tandem.assistant.knowledge.Knowledge;

/** How much of what customers ask every day the AI answers by itself, and how often rightly, with the sample knowledge and its gate. */
@Execution(ExecutionMode.CONCURRENT)
class EverydayQuestionsTest {

    private static final Path FOLDER = Path.of("src", "test", "resources");

    /** Nothing is tuned on these. */
    @Test
    void twoThirdsAreAnsweredAndSeldomWrongly() throws IOException {
        var gate = GateOnQuestions.on(FOLDER.resolve("labelled-questions.csv"));

        assertThat(gate.answered()).as("%s", gate).isGreaterThan(0.65);
        assertThat(gate.right()).as("%s", gate).isGreaterThan(0.95);
    }

    @ParameterizedTest
    @ValueSource(strings = {"labelled-questions.csv", "everyday-questions.csv"})
    void noQuestionIsAnExample(String file) {
        var knowledge = Knowledge.read("classpath:/knowledge/", LocalDate.now(ZoneOffset.UTC));
        var examples = knowledge.topics().stream()
                .flatMap(topic -> topic.examples().stream())
                .map(EverydayQuestionsTest::letters)
                .collect(Collectors.toSet());

        assertThat(LabelledCsv.read(FOLDER.resolve(file)))
                .allSatisfy(question -> assertThat(examples).doesNotContain(letters(question.text())));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
    }
}
