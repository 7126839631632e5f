package org.tandem.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tandem.assistant.Examples.Example;
import org.tandem.assistant.Traffic.Outside;

/** Models beside the one in use, with a knowledge of two topics. */
@Execution(ExecutionMode.CONCURRENT)
class ModelsTest {

    private static final Example LEARNED = new Example("when will you pay me back for the shoes", "refund");

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T08:00:00Z"));
    private final List<Example> examples = new ArrayList<>();
    private @Nullable Outside seen;
    private final Memory memory = new Memory();
    private SmallKnowledge knowledge;
    private Assistant assistant;
    private AssistantTraining training;
    private Models models;

    @BeforeEach
    void start() throws IOException {
        knowledge = new SmallKnowledge(folder);
        restart(null);
    }

    @Test
    void whatWasLearnedFromCasesIsUsedOnceSomebodySaysSoAndAlsoAfterARestart() {
        var champion = models.inUse().orElseThrow();
        examples.add(LEARNED);
        examples.add(new Example("can I fly with you", ""));
        examples.add(new Example("about a topic that is gone", "gone"));
        examples.add(new Example("My card is lost", "refund")); // the knowledge says otherwise
        later();

        var challenger = models.learn(step -> {}).orElseThrow();

        assertThat(challenger.learned()).isEqualTo(3);
        assertThat(challenger.fingerprint()).startsWith(champion.substring(champion.indexOf('-') + 1) + ".");
        assertThat(answeringModel()).isEqualTo(champion);
        assertThat(models.open(challenger.version(), .15).attempt(question()).modelVersion())
                .isEqualTo(challenger.version());
        assertThat(models.silently(challenger.version()).attempt(question()).modelVersion())
                .isEqualTo(challenger.version());
        assertThat(answeringModel()).isEqualTo(champion);
        assertThat(models.learn(step -> {})).isEmpty();

        memory.began(models.use(challenger.version()), "promoted");
        assertThat(answeringModel()).isEqualTo(challenger.version());
        restart(null);
        assertThat(answeringModel()).isEqualTo(challenger.version());

        memory.began(models.use(champion), "rolled back");
        restart(null);
        assertThat(answeringModel()).isEqualTo(champion);
        restart(challenger.version());
        assertThatThrownBy(() -> models.use(champion))
                .isInstanceOf(ModelRefused.class)
                .hasMessage("The setting tandem.assistant.model-version insists on the model " + challenger.version());
    }

    @Test
    void onceHandledCasesTellHowMuchIsAboutNoTopicTheNextPromiseRestsOnIt() {
        var champion = models.stored().getFirst();
        assertThat(champion.promise()).contains("the assumption that 15 % of all inquiries");
        seen = new Outside(.42, 412);
        later();

        var challenger = models.learn(step -> {}).orElseThrow();

        assertThat(challenger.basis().outsideShare()).isEqualTo(.42);
        assertThat(challenger.outside()).isEqualTo("42 % (from 412 handled cases)");
        assertThat(champion.outside()).isEqualTo("15 % (assumed)");
        assertThat(challenger.promise())
                .contains("at most 42 % of all inquiries being about something else (as 412 handled cases tell; ");
        assertThat(models.learn(step -> {})).isEmpty();
        assertThat(models.promise()).contains(champion.promise());
        memory.began(models.use(challenger.version()), "promoted");
        assertThat(models.promise()).contains(challenger.promise());
    }

    @Test
    void aModelThatRestsOnHandledCasesIsKeptAfterARestartWhateverTheSettingSays() {
        seen = new Outside(.42, 412);
        later();
        var challenger = models.learn(step -> {}).orElseThrow();
        seen = null;
        memory.entries.clear();

        restart(null);

        assertThat(answeringModel()).isEqualTo(challenger.version());
    }

    @Test
    void changedKnowledgeIsLearnedAndUsedWithTheLearnedExamples() throws IOException {
        var first = memory.last().orElseThrow();
        examples.add(LEARNED);
        later();
        knowledge.topic("pin", List.of("change my pin", "pin blocked", "forgot my pin", "new pin", "what is my pin"));

        training.prepare();

        assertThat(models.stored()).first().satisfies(model -> {
            assertThat(model.version()).isEqualTo(answeringModel()).startsWith("20260102");
            assertThat(model.learned()).isEqualTo(1);
        });
        assertThat(memory.last().orElseThrow().ground()).isNotEqualTo(first.ground());
        assertThat(memory.whys).containsExactly("there was no model", "the knowledge or a setting has changed");
    }

    @Test
    void aModelThatCannotBeLearnedOrFoundLeavesTheOneInUse() {
        var champion = models.inUse().orElseThrow();
        examples.add(LEARNED);

        assertThatThrownBy(() -> models.learn(step -> {
                    throw new IllegalStateException("no room");
                }))
                .hasMessage("no room");
        assertThatThrownBy(() -> models.use("20250101T000000Z-unknown"))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("There is no undamaged model 20250101T000000Z-unknown")
                .hasMessageContaining(champion);
        assertThatThrownBy(() -> models.open("../secret", .15)).isInstanceOf(ModelRefused.class);

        assertThat(answeringModel()).isEqualTo(champion);
        assertThat(models.stored()).hasSize(1);
    }

    private void restart(@Nullable String pinned) {
        assistant = new Assistant();
        var settings =
                new AssistantTraining.Settings(true, knowledge.location(), folder.resolve("models"), pinned, .95, .15);
        var workshop = new Workshop(
                settings,
                ((InstantSource) now::get).withZone(ZoneOffset.UTC),
                () -> examples,
                () -> Optional.ofNullable(seen));
        training = new AssistantTraining(assistant, settings, workshop, memory);
        models = new Models(assistant, training, workshop, memory);
        training.prepare();
    }

    private void later() {
        now.set(Instant.parse("2026-01-02T08:00:00Z"));
    }

    private String answeringModel() {
        return assistant.attempt(question()).modelVersion();
    }

    private static Question question() {
        return new Question(List.of("where is my card"), "en");
    }

    private static final class Memory implements ModelsInUse {

        private final List<InUse> entries = new ArrayList<>();
        private final List<String> whys = new ArrayList<>();

        @Override
        public Optional<InUse> last() {
            return entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast());
        }

        @Override
        public List<String> lately() {
            return entries.stream().map(InUse::version).toList();
        }

        @Override
        public void began(InUse model, String why) {
            entries.add(model);
            whys.add(why);
        }
    }
}
