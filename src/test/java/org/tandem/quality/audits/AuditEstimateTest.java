package org.tandem.quality.audits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.statistics.Proportion;
import org.tandem.testing.EmptyDatabase;

@Execution(ExecutionMode.CONCURRENT)
class AuditEstimateTest {

    private static final AuditSettings SETTINGS = new AuditSettings(0.05, 0.5, 0.5, 0, 0.02);
    private static final LocalDate FROM = LocalDate.of(2026, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 3, 22);

    private Audited audited = new Audited(SETTINGS);
    private AuditTable table = new AuditTable(audited.database);
    private ReviewTable reviews = new ReviewTable(audited.database);
    private AuditEstimate estimates = new AuditEstimate(audited.database);

    @Test
    void eachAnswerThatWasDrawnAndReviewedStandsForTheInverseOfItsChance() {
        answer("refund-status", 0.05, true, "right");
        answer("refund-status", 0.05, true, "right");
        answer("refund-status", 0.2, true, "wrong");
        answer("card-limits", 0.5, true, "right");
        answer("card-limits", 0.5, true, null);
        answer("card-limits", 0.05, false, null);

        var overall = estimates.of(FROM, UNTIL).overall();

        assertThat(overall.answers()).isEqualTo(6);
        assertThat(overall.drawn()).isEqualTo(5);
        assertThat(overall.open()).isEqualTo(1);
        assertThat(overall.wrong().audits()).isEqualTo(4);
        assertThat(overall.wrong().estimate()).isCloseTo(5 / 47.0, within(1e-9));
        assertThat(overall.wrong().squares()).isCloseTo(829, within(1e-6));
        assertThat(overall.wrong().wrongSquares()).isCloseTo(25, within(1e-6));
        var topics = estimates.of(FROM, UNTIL).byTopic();
        assertThat(topics).containsOnlyKeys("card-limits", "refund-status");
        assertThat(Objects.requireNonNull(topics.get("refund-status")).wrong().estimate())
                .isCloseTo(5 / 45.0, within(1e-9));
        assertThat(Objects.requireNonNull(topics.get("card-limits")).wrong().estimate())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void weeksBeginOnMonday(String kind) {
        use(kind.equals("H2") ? EmptyDatabase.h2() : EmptyDatabase.postgres());
        answer("refund-status", 0.05, true, "right");
        answer(Instant.parse("2026-03-08T23:59:00Z"), "refund-status", 0.05, true, "wrong");
        answer(Instant.parse("2026-03-09T00:00:00Z"), "refund-status", 0.05, true, "wrong");

        var weeks = estimates.of(FROM, UNTIL).byWeek();

        assertThat(weeks).containsOnlyKeys(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 9));
        assertThat(Objects.requireNonNull(weeks.get(LocalDate.of(2026, 3, 2)))
                        .wrong()
                        .estimate())
                .isEqualTo(0.5);
    }

    @Test
    void whatWasLookedAtBecauseOfALowRatingIsToldApart() {
        answer("refund-status", 0.05, true, "right");
        var low = answer("refund-status", 0.05, false, "wrong");
        audited.database
                .sql("update audit set rated_low = true where conversation_key = ?")
                .param(low)
                .update();

        assertThat(estimates.of(FROM, UNTIL).overall().wrong().estimate()).isZero();
        assertThat(estimates.wrongOfRatedLow(false, FROM, UNTIL)).isEqualTo(new Proportion(1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void peoplesErrorStandsBesideThatOfTheAiAndIsNotMixedWithIt(String kind) {
        use(kind.equals("H2") ? EmptyDatabase.h2() : EmptyDatabase.postgres());
        answer("refund-status", 0.05, true, "right");
        for (int i = 0; i < 4; i++) {
            var id = InquiryId.next();
            if (i < 2) {
                audited.isHeldOut(id);
            }
            audited.personAnswers(id, 2);
            audited.database
                    .sql("update audit set drawn = true where conversation_key = ?")
                    .param(id + ":2")
                    .update();
            review(id + ":2", 1, i % 2 == 0 ? "wrong" : "right");
        }
        audited.database
                .sql("update audit set rated_low = true, drawn = false where conversation_key like '%:2' and is_right")
                .update();
        AddedUp.anew(audited.database);

        var all = estimates.of(FROM, UNTIL);

        assertThat(all.of(AnsweredBy.AI).overall().answers()).isEqualTo(1);
        assertThat(all.of(AnsweredBy.AI).overall().wrong().estimate()).isZero();
        var people = all.of(AnsweredBy.PERSON, AnsweredBy.HELD_OUT).overall();
        assertThat(people.answers()).isEqualTo(4);
        assertThat(people.wrong().audits()).isEqualTo(2);
        assertThat(people.wrong().weights()).isCloseTo(51, within(1e-9)); // one for certain, one of 50
        assertThat(all.of(AnsweredBy.HELD_OUT).overall().answers()).isEqualTo(2);
        assertThat(all.of(AnsweredBy.HELD_OUT).overall().wrong().weights()).isEqualTo(1);
        assertThat(estimates.wrongOfRatedLow(true, FROM, UNTIL)).isEqualTo(new Proportion(0, 2));
        assertThat(estimates.wrongOfRatedLow(false, FROM, UNTIL).all()).isZero();
    }

    @Test
    void reviewersOfTheSameAnswersAreCompared() {
        for (int i = 0; i < 10; i++) {
            var key = answer("refund-status", 0.05, true, i < 4 ? "wrong" : "right");
            review(key, 2, i < 3 || i == 9 ? "wrong" : "right");
        }

        var agreement = estimates.agreement(FROM, UNTIL);

        assertThat(agreement.pairs()).isEqualTo(10);
        assertThat(agreement.kappa()).isCloseTo((0.8 - 0.52) / 0.48, within(1e-9));
    }

    @Test
    void withoutAnswersNothingIsKnown() {
        assertThat(estimates.of(FROM, UNTIL).overall()).isEqualTo(Estimates.Estimate.NOTHING);
        assertThat(estimates.of(FROM, UNTIL).byTopic()).isEmpty();
        assertThat(estimates.agreement(FROM, UNTIL).pairs()).isZero();
        assertThat(estimates.wrongOfRatedLow(false, FROM, UNTIL).all()).isZero();
    }

    /** The whole way of an answer, from the gate to the estimate. */
    @Test
    void whatIsDrawnTellsHowManyAreWrongAlthoughRiskyOnesAreDrawnMore() {
        var random = new Random(7);
        int wrong = 0;
        for (int i = 0; i < 4_000; i++) {
            double risk = random.nextDouble() < 0.2 ? 0.25 : 0.01;
            boolean isWrong = random.nextDouble() < 2 * risk;
            wrong += isWrong ? 1 : 0;
            var id = new InquiryId(new UUID(random.nextLong(), random.nextLong()));
            audited.aiAnswers(id, "refund-status", risk);
            if (audited.count("drawn and conversation_key = '" + Audited.key(id) + "'") == 1) {
                review(Audited.key(id), 1, isWrong ? "wrong" : "right");
            }
        }

        var estimate = estimates.of(FROM, UNTIL).overall();

        assertThat(estimate.answers()).isEqualTo(4_000);
        assertThat(estimate.open()).isZero();
        assertThat(estimate.wrong().estimate()).isCloseTo(wrong / 4_000.0, within(0.03));
        assertThat(estimate.wrong().interval(0.95).lower()).isLessThan(wrong / 4_000.0);
        assertThat(estimate.wrong().interval(0.95).upper()).isGreaterThan(wrong / 4_000.0);
    }

    private void use(EmptyDatabase database) {
        audited = new Audited(SETTINGS, database.client());
        table = new AuditTable(database.client());
        reviews = new ReviewTable(database.client());
        estimates = new AuditEstimate(database.client());
    }

    private String answer(String topic, double chance, boolean drawn, @Nullable String verdict) {
        return answer(Audited.NOON, topic, chance, drawn, verdict);
    }

    private String answer(Instant at, String topic, double chance, boolean drawn, @Nullable String verdict) {
        var id = InquiryId.next();
        var key = Audited.key(id);
        table.add(Audited.decided(id, "AI_ANSWER", "routine-confident", topic, 0.001));
        table.count(LocalDate.ofInstant(at, ZoneOffset.UTC), topic, AnsweredBy.AI);
        table.draw(key, at, chance, drawn, false, false);
        if (verdict != null) {
            review(key, 1, verdict);
        }
        return key;
    }

    private void review(String key, int round, String verdict) {
        boolean right = verdict.equals("right");
        table.reviewed(key, round, right, true);
        reviews.add(
                key,
                round,
                "reviewer " + round,
                new Review(right, true, true, false, false, right ? null : "No."),
                Audited.NOON);
    }
}
