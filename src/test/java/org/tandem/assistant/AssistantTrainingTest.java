package org.tandem.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Which model answers after a start, with a knowledge of two topics. */
@ExtendWith(OutputCaptureExtension.class)
class AssistantTrainingTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T08:00:00Z");
    private static final Instant LATER = Instant.parse("2026-02-01T08:00:00Z");

    @TempDir
    Path folder;

    private Path models;

    @BeforeEach
    void writeKnowledge() throws IOException {
        models = folder.resolve("models");
        topic("card", List.of("my card is lost", "block my card", "card stolen", "where is my card", "a new card"));
        topic("refund", List.of("my refund", "money back please", "refund is late", "when is my refund", "no refund"));
    }

    @Test
    void aStoredModelIsUsedAgain() {
        var first = startedAt(FIRST, null);

        assertThat(startedAt(LATER, null)).isEqualTo(first);
        assertThat(first).startsWith("20260101T080000Z-");
    }

    @Test
    void changedKnowledgeIsLearned() throws IOException {
        startedAt(FIRST, null);
        topic("pin", List.of("change my pin", "pin blocked", "forgot my pin", "new pin please", "what is my pin"));

        assertThat(startedAt(LATER, null)).startsWith("20260201T080000Z-");
    }

    @Test
    void theConfigurationRollsBackToAnEarlierModel() throws IOException {
        var first = startedAt(FIRST, null);
        topic("pin", List.of("change my pin", "pin blocked", "forgot my pin", "new pin please", "what is my pin"));
        startedAt(LATER, null);

        assertThat(startedAt(LATER.plusSeconds(60), first)).isEqualTo(first);
    }

    @Test
    void aVersionThatIsNotThereIsComplainedAbout(CapturedOutput output) {
        var first = startedAt(FIRST, null);

        assertThat(startedAt(LATER, "20250101T000000Z-unknown")).isEqualTo(first);
        assertThat(output)
                .contains("ERROR")
                .contains("The model 20250101T000000Z-unknown (tandem.assistant.model-version) cannot be had")
                .contains(first);
    }

    @Test
    void aDamagedModelIsLearnedAnewAndComplainedAbout(CapturedOutput output) throws IOException {
        var file = models.resolve(startedAt(FIRST, null) + ".model");
        Files.write(file, new byte[1_000]);

        assertThat(startedAt(LATER, null)).startsWith("20260201T080000Z-");
        assertThat(output).contains("ERROR").contains("The model file %s is not used".formatted(file));
    }

    @Test
    void switchedOffItRefusesEveryAttemptSoThatAPersonGetsTheCase() {
        var assistant = new Assistant();
        var settings = new AssistantTraining.Settings(false, folder.toUri().toString(), models, null, 0.95);

        new AssistantTraining(assistant, settings, Clock.systemUTC()).start();

        assertThatThrownBy(() -> assistant.attempt(new Question(List.of("where is my card"), "en")))
                .isInstanceOf(AssistantUnavailable.class)
                .hasMessageContaining("switched off (tandem.assistant.enabled)");
    }

    private String startedAt(Instant now, @Nullable String modelVersion) {
        var assistant = new Assistant();
        var settings = new AssistantTraining.Settings(true, folder.toUri().toString(), models, modelVersion, 0.95);
        new AssistantTraining(assistant, settings, Clock.fixed(now, ZoneOffset.UTC)).prepare();
        assertThat(assistant.readiness()).isInstanceOf(Readiness.Ready.class);
        return assistant
                .attempt(new Question(List.of("where is my card"), "en"))
                .modelVersion();
    }

    private void topic(String id, List<String> examples) throws IOException {
        Files.writeString(folder.resolve(id + ".md"), """
                ---
                id: %s
                title: About %s
                class: routine
                automation: on
                owner: payments-team
                source: https://help.example/%s
                examples:
                  - %s
                ---
                This is the answer.
                """.formatted(id, id, id, String.join("\n  - ", examples)));
    }
}
