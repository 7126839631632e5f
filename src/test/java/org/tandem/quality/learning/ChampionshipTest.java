package org.tandem.quality.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.assistant.Attempt;
import org.tandem.assistant.Draft;
import org.tandem.assistant.Models;
import org.tandem.assistant.ModelsInUse.InUse;
import org.tandem.assistant.Question;
import org.tandem.assistant.StoredModel;
import org.tandem.assistant.Understanding;
import org.tandem.assistant.guarantee.Basis;

/** Models that answer every text with what stands behind its colon, if their version allows it. */
@Execution(ExecutionMode.CONCURRENT)
class ChampionshipTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String OLD = LiveDecisionsTest.OLD;
    private static final String NEW = LiveDecisionsTest.NEW;

    private final JdbcClient database = LearningDatabase.empty();
    private final AtomicReference<String> inUse = new AtomicReference<>(OLD);
    private final List<String> stored = new ArrayList<>(List.of(NEW, OLD));
    private final Models models = mock(Models.class);
    private final ModelChanges changes = new ModelChanges(database, CLOCK);
    private String newAnswers = "right";
    private int fewestLiveCases;

    @BeforeEach
    void models() {
        when(models.inUse()).thenAnswer(call -> Optional.ofNullable(inUse.get()));
        when(models.pinned()).thenReturn(Optional.empty());
        when(models.stored())
                .thenAnswer(call -> stored.stream()
                        .map(version -> new StoredModel(
                                version, version.substring(17), NOW, .9, 0, basis(version), "It rests on examples"))
                        .toList());
        when(models.open(OLD, .3)).thenReturn(question -> answer(question, "right"));
        when(models.open(NEW, .3)).thenReturn(question -> answer(question, newAnswers));
        when(models.use(any())).thenAnswer(call -> {
            inUse.set(call.getArgument(0));
            return new InUse(call.getArgument(0), "ground");
        });
        changes.began(new InUse(OLD, "ground"), "there was no model");
    }

    @Test
    void aChallengerThatIsNotWorseIsPromotedByAPersonAndThatIsRecorded() {
        var championship = championship(LearningSettings.Promote.BY_A_PERSON, 50);

        championship.judge();
        assertThat(inUse).hasValue(OLD);
        championship.promote(NEW, "lena", "It knows what customers call it");

        assertThat(inUse).hasValue(NEW);
        assertThat(changes.latest(1).getFirst()).satisfies(change -> {
            assertThat(change.kind()).isEqualTo(ModelChange.Kind.PROMOTED);
            assertThat(change.from()).isEqualTo(OLD);
            assertThat(change.to()).isEqualTo(NEW);
            assertThat(change.by()).isEqualTo("lena");
            assertThat(change.reason()).isEqualTo("It knows what customers call it");
            assertThat(change.figures()).contains("\"cases\":50");
        });
        assertThat(changes.last()).contains(new InUse(NEW, "ground"));
        assertThat(championship.challenger()).isEmpty();
    }

    @Test
    void aChallengerThatIsWorseIsNotPromotedByAnybody() {
        newAnswers = "wrong";
        var championship = championship(LearningSettings.Promote.IF_NOT_WORSE, 50);

        assertThat(championship.judge().orElseThrow().isWorse(.95)).isTrue();

        assertThatThrownBy(() -> championship.promote(NEW, "lena", "I like it"))
                .isInstanceOf(LearningRefused.class)
                .hasMessageContaining("The challenger's answers are wrong significantly more often");
        assertThat(inUse).hasValue(OLD);
        assertThat(changes.latest(10)).hasSize(1);
    }

    @Test
    void aChallengerThatAnswersLessIsNotPromoted() {
        newAnswers = "";
        var championship = championship(LearningSettings.Promote.IF_NOT_WORSE, 50);

        assertThat(championship.judge().orElseThrow().inWords(.95)).contains("answers significantly less");
        assertThat(inUse).hasValue(OLD);
    }

    @Test
    void whereThePolicyAllowsItTandemPromotesWhatHasProvedItselfOnEnoughCases() {
        championship(LearningSettings.Promote.IF_NOT_WORSE, 51).judge();
        assertThat(inUse).hasValue(OLD);

        championship(LearningSettings.Promote.IF_NOT_WORSE, 50).judge();

        assertThat(inUse).hasValue(NEW);
        assertThat(changes.latest(1).getFirst().by()).isEqualTo("Tandem");
    }

    @Test
    void aChallengerThatIsWorseOnLiveInquiriesIsNotPromotedHoweverGoodItIsOnThoseKeptAside() {
        var championship = championship(LearningSettings.Promote.BY_A_PERSON, 50);
        championship.judge();
        decideLive(30, "wrong");

        assertThatThrownBy(() -> championship.promote(NEW, "lena", "I like it"))
                .isInstanceOf(LearningRefused.class)
                .hasMessageContaining("On cases that were kept aside: Neither risk nor coverage is significantly worse")
                .hasMessageContaining(
                        "On live inquiries that it decided silently: The challenger's answers are wrong significantly");
        assertThat(inUse).hasValue(OLD);
    }

    @Test
    void tandemPromotesOnlyWhatHasDecidedEnoughLiveInquiriesSilentlyAndRecordsWhatItRestsOn() {
        fewestLiveCases = 30;
        var championship = championship(LearningSettings.Promote.IF_NOT_WORSE, 50);
        championship.judge();
        decideLive(29, "right");
        championship.promoteIfProven();
        assertThat(inUse).hasValue(OLD);

        LiveDecisionsTest.both(database, 30, "right", true, "right", true).said(database, "right", true, 1.0);
        championship.promoteIfProven();

        assertThat(inUse).hasValue(NEW);
        var change = changes.latest(1).getFirst();
        assertThat(change.reason()).contains("worse on 50 cases", "worse on 30 cases");
        assertThat(change.figures()).contains("\"heldOut\":", "\"live\":", "\"cases\":30");
    }

    private void decideLive(int inquiries, String challengers) {
        for (int i = 0; i < inquiries; i++) {
            LiveDecisionsTest.both(database, i, "right", true, challengers, true)
                    .said(database, "right", true, 1.0);
        }
    }

    @Test
    void aModelThatAnsweredBeforeIsGoneBackToAndNoChallengerAgain() {
        var championship = championship(LearningSettings.Promote.IF_NOT_WORSE, 50);
        championship.judge();

        championship.rollBack(OLD, "lena", "Customers complain, write to robin@example.com");

        assertThat(inUse).hasValue(OLD);
        assertThat(championship.challenger()).isEmpty();
        assertThat(championship.former()).extracting(StoredModel::version).containsExactly(NEW);
        assertThat(championship.judge()).isEmpty();
        assertThat(changes.latest(1).getFirst().kind()).isEqualTo(ModelChange.Kind.ROLLED_BACK);
        assertThat(changes.latest(1).getFirst().reason()).doesNotContain("robin@example.com");
    }

    @Test
    void withoutAReasonOrAContestNothingChanges() {
        var championship = championship(LearningSettings.Promote.BY_A_PERSON, 50);

        assertThatThrownBy(() -> championship.promote(NEW, "lena", "why not"))
                .hasMessageContaining("has not been tried beside the one in use");
        championship.judge();
        assertThatThrownBy(() -> championship.promote(NEW, "lena", " ")).hasMessageContaining("The reason");
        assertThatThrownBy(() -> championship.rollBack(NEW, "lena", "why not"))
                .hasMessageContaining("never answered customers");
        assertThat(inUse).hasValue(OLD);
    }

    @Test
    void aChallengerThatCannotBeLearnedIsToldOfAndChangesNothing() {
        when(models.learn(any())).thenThrow(new IllegalStateException("no room on the disk"));
        var retraining =
                new Retraining(models, championship(LearningSettings.Promote.IF_NOT_WORSE, 1), settings(1, .95), CLOCK);

        retraining.learn();

        assertThat(retraining.state()).isEqualTo(new Retraining.State.Failed("no room on the disk", NOW));
        assertThat(inUse).hasValue(OLD);
    }

    @Test
    void whatWasLearnedIsTriedAtOnce() {
        var learned = models.stored().getFirst();
        when(models.learn(any())).thenReturn(Optional.of(learned));
        var retraining =
                new Retraining(models, championship(LearningSettings.Promote.BY_A_PERSON, 50), settings(1, .95), CLOCK);

        retraining.learn();

        assertThat(retraining.state())
                .isInstanceOfSatisfying(
                        Retraining.State.Done.class,
                        done -> assertThat(done.what())
                                .startsWith("Learned " + NEW)
                                .contains("Neither risk nor coverage is significantly worse on 50 cases"));
    }

    /** The old one expects fewer inquiries about none of the topics; in a contest both are taken to expect what the new one does. */
    private static Basis basis(String version) {
        return new Basis(100, 10, version.equals(NEW) ? .3 : .15, .95);
    }

    private Championship championship(LearningSettings.Promote promote, int fewestCases) {
        var settings = new LearningSettings(
                "-", promote, fewestCases, fewestLiveCases, .95, .999_999, Duration.ofDays(90), 3, 5_000);
        var examples = new LearnedExamples(database, settings, CLOCK);
        IntStream.range(0, 50).forEach(i -> examples.keep(LearnedExamplesTest.agent("text " + i, "right", NOW)));
        var contests = new Contests(models, examples, gate(), database, json(), settings, CLOCK);
        return new Championship(models, changes, contests, new LiveDecisions(database, settings, CLOCK), settings);
    }

    private static LearningSettings settings(int fewestCases, double confidence) {
        return new LearningSettings(
                "-",
                LearningSettings.Promote.BY_A_PERSON,
                fewestCases,
                0,
                confidence,
                .2,
                Duration.ofDays(90),
                3,
                5_000);
    }

    private static ObjectProvider<Gate> gate() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("gate", (Gate) () -> (attempt, repeatContacts, word) -> true);
        return beans.getBeanProvider(Gate.class);
    }

    private static com.fasterxml.jackson.databind.ObjectMapper json() {
        return JsonMapper.builder().addModule(new JavaTimeModule()).build();
    }

    private static Attempt answer(Question question, String topic) {
        var understanding = new Understanding("en", true, List.of(), List.of(), Set.of(), Map.of());
        return topic.isEmpty()
                ? new Attempt.Unsure(understanding, "No topic fits", null, "model")
                : new Attempt.Drafted(understanding, new Draft(question.asked(), topic, List.of()), .1, .1, "model");
    }
}
