package org.tandem.quality.audits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.Draw;

class DrawsTest {

    private final Audited audited = new Audited(new AuditSettings(0.05, 0.5, 0.1, 0.01));

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
                UUID.randomUUID(), id, Audited.NOON, id + ":2", UUID.randomUUID(), "OTHER", "WRONG", null, null));
        audited.rates(id, 1);

        assertThat(audited.published).isEmpty();
    }

    @Test
    void whatPeopleAnswerIsNotAudited() {
        audited.hear(Audited.decided(InquiryId.next(), "PERSON_WITH_DRAFT", "unsure", "refund-status", 0.4));

        assertThat(audited.count("true")).isZero();
    }

    @Test
    void anAnswerThatDidNotGoOutIsNotDrawn() {
        audited.hear(Audited.decided(InquiryId.next(), "AI_ANSWER", "routine-confident", "refund-status", 0.001));

        assertThat(audited.count("answered_at is null and not drawn")).isEqualTo(1);
    }

    @Test
    void whenTheCustomerWithdrawsNobodyIsAskedAnyMore() {
        var id = drawn();

        audited.hear(new InquiryEvent.Withdrawn(UUID.randomUUID(), id, Audited.NOON));

        assertThat(audited.count("drawn and dropped_at is not null")).isEqualTo(1);
    }

    @Test
    void aFewInquiriesAreHeldOutAndThoseThatThereforeWentToPeopleAreKept() {
        int held = 0;
        for (int i = 0; i < 3_000; i++) {
            var id = InquiryId.next();
            held += audited.holdOut.holds(id) ? 1 : 0;
            audited.hear(Audited.decided(id, "PERSON_WITH_DRAFT", "withheld", "refund-status", 0.01));
            audited.hear(Audited.decided(id, "PERSON_WITH_DRAFT", "withheld", "refund-status", 0.01));
        }

        assertThat(held / 3_000.0).isCloseTo(0.01, within(0.009));
        assertThat(audited.database
                        .sql("select count(*) from held_out")
                        .query(Integer.class)
                        .single())
                .isEqualTo(held)
                .isPositive();
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
