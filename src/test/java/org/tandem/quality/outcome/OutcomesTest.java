package org.tandem.quality.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Outcome;
import org.tandem.inquiry.Similarity;
import org.tandem.quality.QualityEvent.AnswerAudited;
import org.tandem.quality.QualityEvent.OutcomeRevised;
import org.tandem.quality.QualityEvent.Truth;
import org.tandem.testing.TablesInMemory;

/** What happens to inquiries, as quality hears of it, and what is held to be true of their answers. */
class OutcomesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final OutcomeSettings WEIGHTS = new OutcomeSettings(1, 0.9, 0.5, 0.8, 0.75, 0.6, 0.7, 0.4, 0.2);

    private final JdbcConnectionPool pool = TablesInMemory.create();
    private final JdbcClient database = JdbcClient.create(pool);
    private final OutcomeTables tables = new OutcomeTables(database);
    private final List<Object> published = new ArrayList<>();
    private final Outcomes outcomes = new Outcomes(tables, published::add, Clock.fixed(NOON, ZoneOffset.UTC));
    private final OutcomeEar ear = new OutcomeEar(outcomes, tables, WEIGHTS);
    private final InquiryId id = InquiryId.next();
    private int seconds;

    @Test
    void whatTheCustomerSaysIsHeldToBeTrueOfTheAnswer() {
        theAiAnswers();

        verdict(1, true);

        assertThat(label(1)).isEqualTo(new Label(Truth.RIGHT, Source.VERDICT, 0.7, null));
        assertThat(published).singleElement().isInstanceOfSatisfying(OutcomeRevised.class, revised -> {
            assertThat(revised.conversationKey()).isEqualTo(id + ":1");
            assertThat(revised.byAi()).isTrue();
            assertThat(revised.topic()).isEqualTo("card-lost");
            assertThat(revised.before()).isEqualTo(Truth.UNKNOWN);
            assertThat(revised.now()).isEqualTo(Truth.RIGHT);
            assertThat(revised.source()).isEqualTo("verdict");
        });
    }

    @Test
    void whoComesBackAfterItWasSolvedTakesThatBackAndTheHistoryIsKept() {
        theAiAnswers();
        verdict(1, true);
        resolved(2);

        ear.hear(new InquiryEvent.CustomerWrote(UUID.randomUUID(), id, later(), id + ":2"));

        assertThat(label(1)).isEqualTo(new Label(Truth.WRONG, Source.REOPENING, 0.8, false));
        assertThat(database.sql("select truth from outcome_revision where conversation_key = ? order by truth")
                        .param(id + ":1")
                        .query(String.class)
                        .list())
                .containsExactly("RIGHT", "WRONG");
    }

    @Test
    void whoComesBackAfterMoreThanSevenDaysDoesNotMakeItUnresolved() {
        theAiAnswers();
        resolved(2);
        sweep(Duration.ofDays(8));

        ear.hear(new InquiryEvent.PersonRequested(
                UUID.randomUUID(), id, NOON.plus(Duration.ofDays(7)).plusSeconds(1), id + ":2"));

        assertThat(label(1)).isEqualTo(new Label(Truth.RIGHT, Source.SILENCE, 0.2, true));
    }

    @Test
    void whatTheCustomerAddsWhileAPersonHasTheCaseSaysNothingOfTheAnswerBefore() {
        theAiAnswers();

        ear.hear(new InquiryEvent.CustomerWrote(UUID.randomUUID(), id, later(), id + ":7"));
        ear.hear(new InquiryEvent.PersonRequested(UUID.randomUUID(), InquiryId.next(), later(), "another:1"));

        assertThat(label(1)).isEqualTo(Label.NONE);
    }

    @Test
    void aClosedCaseThatIsReopenedByItsCustomerCountsAndOneThatWeReopenDoesNot() {
        theAiAnswers();

        reopened(HandOverReason.STUCK);
        reopened(HandOverReason.ANSWER_WRONG);
        assertThat(label(1)).isEqualTo(Label.NONE);

        reopened(HandOverReason.REOPENED);
        assertThat(label(1).source()).isEqualTo(Source.REOPENING);
    }

    @Test
    void theAgentWhoHasTheCaseAfterwardsJudgesWhatTheAiWroteAndTheirOwnAnswerIsOneOfItsOwn() {
        theAiAnswers();

        aPersonAnswers(2, "WRONG", "card-frozen");
        rated(5);

        assertThat(label(1)).isEqualTo(new Label(Truth.WRONG, Source.AGENT, 0.9, null));
        assertThat(label(2)).isEqualTo(new Label(Truth.RIGHT, Source.RATING, 0.4, null));
        assertThat(tables.lock(id + ":2").orElseThrow().topic()).isEqualTo("card-frozen");
    }

    @Test
    void aDraftThatNeverWentOutIsNoAnswer() {
        ear.hear(decided());

        aPersonAnswers(2, "WRONG", "");

        assertThat(tables.lock(id + ":1")).isEmpty();
        assertThat(tables.lock(id + ":2").orElseThrow().topic()).isNull();
    }

    @Test
    void aChangedRatingReplacesTheOneBeforeAndThreeSaysNothing() {
        theAiAnswers();

        rated(1);
        assertThat(label(1).truth()).isEqualTo(Truth.WRONG);
        rated(4);
        assertThat(label(1).truth()).isEqualTo(Truth.RIGHT);
        rated(3);
        assertThat(label(1).truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(published).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "SAME_TOPIC   , P7D    , WRONG  , REPEAT_CONTACT, false",
        "SIMILAR_TOPIC, PT1H   , WRONG  , REPEAT_CONTACT, false",
        "SAME_TOPIC   , P7DT1S , UNKNOWN,               ,",
        "OTHER_TOPIC  , PT1H   , UNKNOWN,               ,",
    })
    void whoContactsUsAgainAboutTheSameSpeaksAgainstTheEarlierAnswer(
            Similarity similarity, Duration after, Truth truth, Source source, Boolean resolved) {
        theAiAnswers();

        ear.hear(new InquiryEvent.ContactedAgain(
                UUID.randomUUID(), InquiryId.next(), later(), id, id + ":1", true, similarity, after));

        var label = label(1);
        assertThat(label.truth()).isEqualTo(truth);
        assertThat(label.source()).isEqualTo(source);
        assertThat(label.resolved()).isEqualTo(resolved);
        assertThat(count("outcome_evidence")).isEqualTo(1);
    }

    @Test
    void aReviewerDecides() {
        theAiAnswers();
        verdict(1, true);

        ear.hear(new AnswerAudited(
                UUID.randomUUID(), later(), id, id + ":1", "card-lost", "test-model", true, 0.05, true, null));

        assertThat(label(1)).isEqualTo(new Label(Truth.WRONG, Source.AUDIT, 1, null));
    }

    @Test
    void anEventThatIsHeardAgainCountsOnce() {
        theAiAnswers();
        var given = new InquiryEvent.VerdictGiven(UUID.randomUUID(), id, later(), id + ":1", false);

        ear.hear(given);
        ear.hear(given);
        theAiAnswers();

        assertThat(published).hasSize(1);
        assertThat(count("outcome_evidence")).isEqualTo(1);
        assertThat(count("outcome")).isEqualTo(1);
    }

    @Test
    void whenNobodyCameBackForSevenDaysItIsResolvedAndSweepingAgainChangesNothing() {
        theAiAnswers();

        sweep(Duration.ofDays(7).minusSeconds(1));
        assertThat(label(1)).isEqualTo(Label.NONE);

        sweep(Duration.ofDays(7).plusSeconds(60));
        sweep(Duration.ofDays(30));
        assertThat(label(1)).isEqualTo(new Label(Truth.RIGHT, Source.SILENCE, 0.2, true));
        assertThat(count("outcome_evidence")).isEqualTo(1);
        assertThat(published).hasSize(1);
    }

    @Test
    void evidenceThatComesBeforeItsAnswerIsNotLost() {
        outcomes.record(evidence(Source.VERDICT, Truth.WRONG, 0.7, 3));
        assertThat(published).isEmpty();

        theAiAnswers();

        assertThat(label(1).truth()).isEqualTo(Truth.WRONG);
    }

    @Test
    void whateverTheOrderTheTablesAgreeInTheEnd() {
        theAiAnswers();
        var all = new ArrayList<>(List.of(
                evidence(Source.RATING, Truth.WRONG, 0.4, 1),
                evidence(Source.RATING, Truth.RIGHT, 0.4, 2),
                evidence(Source.VERDICT, Truth.WRONG, 0.7, 3),
                evidence(Source.SILENCE, Truth.RIGHT, 0.2, 4),
                evidence(Source.AGENT, Truth.RIGHT, 0.5, 5)));
        var expected = Label.of(all);
        for (int seed = 0; seed < 30; seed++) {
            database.sql("delete from outcome_evidence").update();
            Collections.shuffle(all, new Random(seed));

            all.forEach(outcomes::record);
            all.forEach(outcomes::record);

            assertThat(label(1)).isEqualTo(expected);
        }
    }

    @Test
    void aWeightThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new OutcomeSettings(1, 0.9, 0.5, 0.8, 0.75, 0.6, 0, 0.4, 0.2))
                .hasMessage("tandem.quality.outcome.weight.verdict is 0.0, and has to be above 0 and at most 1, such as"
                        + " 0.5");
    }

    private void theAiAnswers() {
        ear.hear(decided());
        ear.hear(new InquiryEvent.AiAnswered(UUID.randomUUID(), id, NOON, id + ":1", UUID.randomUUID()));
    }

    private InquiryEvent.Decided decided() {
        return new InquiryEvent.Decided(
                UUID.randomUUID(),
                id,
                NOON,
                id + ":1",
                "AI_ANSWER",
                "routine-confident",
                "card-lost",
                "routine",
                0.01,
                "test-model");
    }

    private void aPersonAnswers(int stretch, String draftVerdict, @Nullable String topic) {
        ear.hear(new InquiryEvent.AnsweredByPerson(
                UUID.randomUUID(),
                id,
                later(),
                id + ":" + stretch,
                UUID.randomUUID(),
                "OTHER",
                draftVerdict,
                null,
                topic,
                null));
    }

    private void verdict(int stretch, boolean solved) {
        ear.hear(new InquiryEvent.VerdictGiven(UUID.randomUUID(), id, later(), id + ":" + stretch, solved));
    }

    private void resolved(int stretch) {
        ear.hear(new InquiryEvent.Resolved(UUID.randomUUID(), id, later(), id + ":" + stretch, Outcome.SOLVED_BY_AI));
    }

    private void reopened(HandOverReason reason) {
        ear.hear(new InquiryEvent.Reopened(UUID.randomUUID(), id, later(), "TA-1", id + ":3", reason));
    }

    private void rated(int score) {
        ear.hear(new InquiryEvent.Rated(UUID.randomUUID(), id, later(), score));
    }

    private Evidence evidence(Source source, Truth says, double weight, int second) {
        return new Evidence(UUID.randomUUID(), id, id + ":1", source, "", says, weight, NOON.plusSeconds(second));
    }

    private void sweep(Duration afterNoon) {
        var clock = Clock.fixed(NOON.plus(afterNoon), ZoneOffset.UTC);
        new Silence(outcomes, tables, WEIGHTS, new JdbcTransactionManager(pool), clock).sweep();
    }

    private Instant later() {
        return NOON.plusSeconds(++seconds);
    }

    private Label label(int stretch) {
        return tables.lock(id + ":" + stretch).orElseThrow().label();
    }

    private int count(String table) {
        return database.sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }
}
