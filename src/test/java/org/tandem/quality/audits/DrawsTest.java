package org.tandem.quality.audits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.Draw;

@Execution(ExecutionMode.CONCURRENT)
class DrawsTest {

    private final Audited audited = new Audited(new AuditSettings(0.05, 0.5, 0.1, 0.01, 0.02));

    @Test
    void theShareThatWasAskedForIsDrawnWithEqualChancesAndMoreOfTheRiskyOnes() {
        for (int i = 0; i < 2_000; i++) {
            audited.aiAnswers("refund-status", 0.005);
            audited.aiAnswers("card-limits", 0.16);
        }

        assertThat(audited.count("chance = 0.05 and topic = 'refund-status'")).isEqualTo(2_000);
        assertThat(audited.count("abs(chance - 0.2) < 1e-9 and topic = 'card-limits'"))
                .isEqualTo(2_000);
        assertThat(audited.count("equal_chance") / 4_000.0).isCloseTo(0.05, within(0.015));
        assertThat(audited.count("drawn and topic = 'refund-status'"))
                .isEqualTo(audited.count("equal_chance and topic = 'refund-status'"));
        assertThat(audited.count("drawn and topic = 'card-limits'") / 2_000.0).isCloseTo(0.2, within(0.045));
        assertThat(audited.count("equal_chance and not drawn")).isZero();
        assertThat(audited.count("twice and not drawn")).isZero();
        assertThat(audited.count("twice") / (double) audited.count("drawn")).isCloseTo(0.1, within(0.07));
        assertThat(audited.published).hasSize(audited.count("drawn"));
    }

    @Test
    void aTopicUnderSuspicionIsLookedAtMore() {
        audited.suspicion.put("refund-status", 0.5);

        audited.aiAnswers("refund-status", 0.005);
        audited.aiAnswers("card-limits", 0.005);

        assertThat(audited.count("chance = 0.5 and topic = 'refund-status'")).isEqualTo(1);
        assertThat(audited.count("chance = 0.05 and topic = 'card-limits'")).isEqualTo(1);
    }

    /** What was stated on handled cases knows more than what the model says of itself. */
    @Test
    void whatWasStatedToBeRiskyIsLookedAtMore() {
        audited.stated = OptionalDouble.of(0.09);
        audited.aiAnswers("refund-status", 0.001);

        assertThat(audited.count("abs(chance - 0.15) < 1e-9")).isEqualTo(1);
    }

    @Test
    void anAnswerIsDrawnOnceHoweverOftenItIsToldAndKeepsItsChance() {
        var id = drawn();
        audited.suspicion.put("refund-status", 1.0);

        audited.aiAnswers(id, "refund-status", 0.5);
        audited.rates(id, 1);

        assertThat(audited.published).singleElement().isInstanceOfSatisfying(ReviewRequested.class, requested -> {
            assertThat(requested.inquiryId()).isEqualTo(id);
            assertThat(requested.conversationKey()).isEqualTo(Audited.key(id));
        });
        assertThat(audited.count("drawn and rated_low and chance = 0.05")).isEqualTo(1);
    }

    @Test
    void aLowRatingIsLookedAtAndIsNotDrawn() {
        var id = notDrawn();

        audited.rates(id, 3);
        assertThat(audited.published).isEmpty();

        audited.rates(id, 2);
        audited.rates(id, 1);
        assertThat(audited.published).hasSize(1);
        assertThat(audited.count("requested_at is not null and rated_low and not drawn and chance = 0.05"))
                .isEqualTo(1);
    }

    @Test
    void aLowRatingAfterAPersonAnsweredIsNotAboutTheAi() {
        var id = notDrawn();

        audited.hear(new InquiryEvent.AnsweredByPerson(
                UUID.randomUUID(), id, Audited.NOON, id + ":2", UUID.randomUUID(), "OTHER", "WRONG", null, null, null));
        audited.rates(id, 1);

        assertThat(audited.published).isEmpty();
    }

    @Test
    void aDecisionForPeopleIsNoAnswer() {
        audited.hear(Audited.decided(InquiryId.next(), "PERSON_WITH_DRAFT", "unsure", "refund-status", 0.4));

        assertThat(audited.count("true")).isZero();
    }

    @Test
    void anAnswerThatDidNotGoOutIsNotDrawn() {
        audited.hear(Audited.decided(InquiryId.next(), "AI_ANSWER", "routine-confident", "refund-status", 0.001));

        assertThat(audited.count("answered_at is null and not drawn")).isEqualTo(1);
    }

    @Test
    void whatWasAnsweredIsLookedAtAlsoIfTheCustomerWithdraws() {
        withdraws(drawn());
        var ratedLow = notDrawn();
        audited.rates(ratedLow, 1);
        withdraws(ratedLow);

        assertThat(audited.count("is_open and dropped_at is null")).isEqualTo(2);
    }

    private void withdraws(InquiryId id) {
        audited.hear(new InquiryEvent.Withdrawn(UUID.randomUUID(), id, Audited.NOON.plusSeconds(90)));
    }

    @Test
    void aFewInquiriesAreHeldOut() {
        long held = Stream.generate(InquiryId::next)
                .limit(3_000)
                .filter(audited.holdOut::holds)
                .count();

        assertThat(held / 3_000.0).isCloseTo(0.01, within(0.009));
    }

    @Test
    void thoseThatWentToPeopleBecauseOfItAreKeptForComparison() {
        var held = decidedWhile("held-out");
        var shut = decidedWhile("shut");

        audited.hear(Audited.decided(held, "PERSON_WITH_DRAFT", "withheld", "refund-status", 0.01));
        audited.hear(Audited.decided(held, "PERSON_WITH_DRAFT", "withheld", "refund-status", 0.01));
        audited.hear(Audited.decided(shut, "PERSON_WITH_DRAFT", "withheld", "refund-status", 0.01));

        assertThat(audited.database
                        .sql("select inquiry_id from held_out")
                        .query(UUID.class)
                        .list())
                .containsExactly(held.value());
    }

    private InquiryId decidedWhile(String automation) {
        var id = InquiryId.next();
        audited.database
                .sql("""
                    insert into quality_decision (conversation_key, inquiry_id, tried_at, topic, topic_class, topic_automated,
                        drafted, risk, guaranteed_risk, rests_on, model_version, language, language_supported,
                        distress, asked_for_person, several_requests, repeat_contacts, automation, answer_chance)
                    values (?, ?, current_timestamp, 'refund-status', 'routine', true,
                        true, 0.01, 0.01, 0, 'test-model', 'en', true, false, false, false, 0, ?, 0.99)
                    """)
                .params(Audited.key(id), id.value(), automation)
                .update();
        return id;
    }

    private InquiryId drawn() {
        return thatIs(true);
    }

    private InquiryId notDrawn() {
        return thatIs(false);
    }

    /** The draw is by the key, so one is looked for with the wanted luck. */
    private InquiryId thatIs(boolean drawn) {
        InquiryId id;
        do {
            id = InquiryId.next();
        } while (Draw.of("audit", Audited.key(id)) < 0.05 != drawn);
        audited.aiAnswers(id, "refund-status", 0.005);
        return id;
    }
}
