package org.tandem.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Which model answers after a start, with a knowledge of two topics. */
@ExtendWith(OutputCaptureExtension.class)
class AssistantTrainingTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T08:00:00Z");
    private static final Instant LATER = Instant.parse("2026-02-01T08:00:00Z");

    private static final List<String> PIN =
            List.of("change my pin", "pin blocked", "forgot my pin", "new pin please", "what is my pin");

    @TempDir
    Path folder;

    private Path models;
    private SmallKnowledge knowledge;

    @BeforeEach
    void writeKnowledge() throws IOException {
        models = folder.resolve("models");
        knowledge = new SmallKnowledge(folder);
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
        knowledge.topic("pin", PIN);

        assertThat(startedAt(LATER, null)).startsWith("20260201T080000Z-");
    }

    @Test
    void aTopicIsAnsweredFromItsFirstDayToItsLastWithoutARestart() throws IOException {
        knowledge.topic("pin", PIN, "validFrom: 2026-01-02\nvalidTo: 2026-01-03\n");
        var clock = new AtomicReference<>(FIRST);
        var assistant = new Assistant();
        var training = new AssistantTraining(
                assistant,
                new AssistantTraining.Settings(true, knowledge.location(), models, null, 0.95, 0.15),
                ((InstantSource) clock::get).withZone(ZoneOffset.UTC));

        training.prepare();
        assertThat(topicsOf(assistant)).doesNotContain("pin");

        clock.set(FIRST.plus(Duration.ofDays(2)));
        training.prepare();
        assertThat(topicsOf(assistant)).first().isEqualTo("pin");

        clock.set(FIRST.plus(Duration.ofDays(3)));
        training.prepare();
        assertThat(topicsOf(assistant)).doesNotContain("pin");
    }

    @Test
    void anotherConfidenceIsLearnedAnew() {
        startedAt(FIRST, null);

        assertThat(startedAt(LATER, null, 0.99, 0.15)).startsWith("20260201T080000Z-");
    }

    @Test
    void anotherShareOfInquiriesOutsideIsLearnedAnew() {
        startedAt(FIRST, null);

        assertThat(startedAt(LATER, null, 0.95, 0.3)).startsWith("20260201T080000Z-");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN})
    void anOutsideShareThatIsNoneIsRefused(double share) {
        assertThatThrownBy(
                        () -> new AssistantTraining.Settings(true, "classpath:/knowledge/", models, null, 0.95, share))
                .hasMessageContaining("tandem.assistant.outside-share is " + share);
    }

    @Test
    void aConfidenceThatIsNoShareIsRefused() {
        assertThatThrownBy(() -> new AssistantTraining.Settings(true, "classpath:/knowledge/", models, null, 1.5, 0.15))
                .hasMessageContaining("tandem.assistant.confidence is 1.5");
    }

    @Test
    void itSaysWhatCanBePromisedAndWhatIsMissing(CapturedOutput output) {
        startedAt(FIRST, null);

        assertThat(output)
                .containsPattern(
                        "Answers on all topics, at a confidence of 0.95: .*labelled inquiries.* more are needed");
    }

    @Test
    void everyStartSaysWhatThePromiseRestsOn(CapturedOutput output) {
        startedAt(FIRST, null);
        int learned = output.getOut().length();
        startedAt(LATER, null);

        assertThat(output.getOut().substring(learned))
                .contains("The promise rests on 10 examples of the knowledge alone")
                .contains("15 % of all inquiries are about something else (tandem.assistant.outside-share; ")
                .contains("What is missing are labelled inquiries of your own customers");
    }

    @Test
    void knowledgeWithMistakesIsComplainedAboutAndSeenInTheHealth(CapturedOutput output) throws IOException {
        startedAt(FIRST, null);
        Files.delete(folder.resolve("signals").resolve("distress.md"));
        var assistant = new Assistant();
        var settings = new AssistantTraining.Settings(true, knowledge.location(), models, null, 0.95, 0.15);

        new AssistantTraining(assistant, settings, Clock.systemUTC()).prepare();

        assertThat(assistant.readiness()).isInstanceOf(Readiness.Failed.class);
        assertThat(new AssistantHealth(assistant).health().getStatus().getCode())
                .isEqualTo("FAILED");
        assertThat(output).contains("signals/distress.md, line 1: the file is missing");
    }

    @Test
    void mistakesThatAreMendedAreForgotten() throws IOException {
        var assistant = new Assistant();
        var settings = new AssistantTraining.Settings(true, knowledge.location(), models, null, 0.95, 0.15);
        var training = new AssistantTraining(assistant, settings, Clock.systemUTC());
        var distress = folder.resolve("signals").resolve("distress.md");
        var text = Files.readString(distress);

        training.prepare();
        Files.delete(distress);
        training.prepare();
        assertThat(assistant.readiness()).isInstanceOf(Readiness.Failed.class);
        Files.writeString(distress, text);
        training.prepare();

        assertThat(assistant.readiness()).isInstanceOf(Readiness.Ready.class);
    }

    @Test
    void theConfigurationRollsBackToAnEarlierModel() throws IOException {
        var first = startedAt(FIRST, null);
        knowledge.topic("pin", PIN);
        startedAt(LATER, null);

        assertThat(startedAt(LATER.plusSeconds(60), first)).isEqualTo(first);
    }

    @Test
    void aModelOfAnotherTandemIsNotRolledBackTo(CapturedOutput output) throws IOException {
        var first = startedAt(FIRST, null);
        var store = new ModelStore(models);
        var learned = store.newest(about -> true).orElseThrow();
        var other = new TrainedModels.About("20250101T000000Z-old", "old", "of another Tandem", FIRST, Map.of());
        store.keep(
                new TrainedModels(
                        other, learned.topics(), learned.signals(), learned.guarantees(), learned.calibration()),
                List.of());

        assertThat(startedAt(LATER, other.version())).isEqualTo(first);
        assertThat(output).contains("The model 20250101T000000Z-old (tandem.assistant.model-version) cannot be had");
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
        var settings = new AssistantTraining.Settings(false, knowledge.location(), models, null, 0.95, 0.15);

        new AssistantTraining(assistant, settings, Clock.systemUTC()).start();

        assertThatThrownBy(() -> assistant.attempt(new Question(List.of("where is my card"), "en")))
                .isInstanceOf(AssistantUnavailable.class)
                .hasMessage("It is switched off");
        assertThat(new AssistantHealth(assistant).health())
                .isEqualTo(Health.status("SWITCHED_OFF")
                        .withDetail("why", "switched off by tandem.assistant.enabled: every inquiry goes to a person")
                        .build());
    }

    @Test
    void beforeItsModelIsLoadedEveryAttemptHasToWait() {
        var assistant = new Assistant();

        assertThatThrownBy(() -> assistant.attempt(new Question(List.of("where is my card"), "en")))
                .isInstanceOf(AssistantNotReady.class)
                .hasMessageContaining("not ready yet");
        assertThat(new AssistantHealth(assistant).health().getStatus().getCode())
                .isEqualTo("PREPARING");
    }

    private static List<String> topicsOf(Assistant assistant) {
        return assistant.attempt(new Question(List.of("I forgot my pin"), "en")).understanding().topics().stream()
                .map(TopicScore::topicId)
                .toList();
    }

    private String startedAt(Instant now, @Nullable String modelVersion) {
        return startedAt(now, modelVersion, 0.95, 0.15);
    }

    private String startedAt(Instant now, @Nullable String modelVersion, double confidence, double outsideShare) {
        var assistant = new Assistant();
        var settings = new AssistantTraining.Settings(
                true, knowledge.location(), models, modelVersion, confidence, outsideShare);
        new AssistantTraining(assistant, settings, Clock.fixed(now, ZoneOffset.UTC)).prepare();
        assertThat(assistant.readiness()).isInstanceOf(Readiness.Ready.class);
        return assistant
                .attempt(new Question(List.of("where is my card"), "en"))
                .modelVersion();
    }
}
