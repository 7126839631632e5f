package org.tandem.quality.audits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.Draw;

class PeopleDrawnTest {

    private static final double SHARE = 0.1;

    private final Audited audited = new Audited(new AuditSettings(0.05, 0.5, 0.1, 0.01, SHARE));

    @Test
    void theirShareIsDrawnWithEqualChancesThatAreKept() {
        for (int i = 0; i < 3_000; i++) {
            audited.personAnswers(InquiryId.next(), 2);
        }

        assertThat(audited.count("answered_by = 'PERSON' and chance = 0.1 and topic = 'refund-status'"))
                .isEqualTo(3_000);
        assertThat(audited.count("drawn") / 3_000.0).isCloseTo(SHARE, within(0.022));
        assertThat(audited.count("drawn")).isEqualTo(audited.count("equal_chance"));
        assertThat(audited.count("twice and not drawn")).isZero();
        assertThat(audited.count("twice")).isPositive();
        assertThat(audited.published).hasSize(audited.count("drawn"));
        assertThat(audited.database
                        .sql("select answers from audit_day where answered_by = 'PERSON' and topic = 'refund-status'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3_000);
    }

    @Test
    void onlyTheFirstAnswerToWhatWasHeldOutIsAlwaysDrawn() {
        for (int i = 0; i < 200; i++) {
            var id = InquiryId.next();
            audited.isHeldOut(id);
            audited.personAnswers(id, 2);
            audited.personAnswers(id, 3);
        }

        assertThat(audited.count("answered_by = 'HELD_OUT' and conversation_key like '%:2' and drawn and chance = 1"))
                .isEqualTo(200);
        assertThat(audited.count("answered_by = 'PERSON' and conversation_key like '%:3' and chance = 0.1"))
                .isEqualTo(200);
        assertThat(audited.count("answered_by = 'HELD_OUT' and equal_chance")).isLessThan(60);
    }

    @Test
    void nobodyIsAskedBeforeItIsKnownWhoseAnswerItIsAndThenOnce() {
        var id = thatIs(true);

        audited.answered(id, 2);
        assertThat(audited.published).isEmpty();

        for (int i = 0; i < 2; i++) {
            audited.personAnswers(id, 2);
        }
        assertThat(audited.published).singleElement().isInstanceOfSatisfying(ReviewRequested.class, requested -> {
            assertThat(requested.inquiryId()).isEqualTo(id);
            assertThat(requested.conversationKey()).isEqualTo(id + ":2");
        });
        assertThat(audited.count("answered_at = decided_at")).isEqualTo(1);
    }

    @Test
    void aLowRatingIsAboutTheLastAnswerAndIsNotDrawn() {
        var id = thatIs(false);
        audited.hear(Audited.decided(id, "AI_ANSWER", "routine-confident", "refund-status", 0.001));
        audited.hear(
                new InquiryEvent.AiAnswered(UUID.randomUUID(), id, Audited.NOON, Audited.key(id), UUID.randomUUID()));
        audited.published.clear();
        audited.personAnswers(id, 2);

        audited.rates(id, 1);
        audited.rates(id, 2);

        assertThat(audited.published)
                .singleElement()
                .isInstanceOfSatisfying(
                        ReviewRequested.class,
                        requested -> assertThat(requested.conversationKey()).isEqualTo(id + ":2"));
        assertThat(audited.count("rated_low")).isEqualTo(1);
        assertThat(audited.count("rated_low and not drawn and answered_by = 'PERSON' and chance = 0.1"))
                .isEqualTo(1);
    }

    @Test
    void aLowRatingThatComesBeforeItIsKnownWhoseAnswerItIsCountsToo() {
        var id = thatIs(false);
        audited.answered(id, 2);

        audited.rates(id, 1);
        assertThat(audited.published).isEmpty();

        audited.agentKnown(id, 2);
        assertThat(audited.published).hasSize(1);
    }

    @Test
    void whatWasAnsweredIsLookedAtAlsoIfTheCustomerWithdrewBeforeItWasKnownWhoseItIs() {
        var id = thatIs(true);
        audited.answered(id, 2);

        audited.hear(new InquiryEvent.Withdrawn(UUID.randomUUID(), id, Audited.NOON));
        audited.agentKnown(id, 2);

        assertThat(audited.count("drawn and is_open and dropped_at is null")).isEqualTo(1);
    }

    @Test
    void withAShareOfZeroNobodysAnswersAreReviewed() {
        var off = new Audited(new AuditSettings(0.05, 0.5, 0.1, 0.01, 0));
        var id = InquiryId.next();
        off.isHeldOut(id);

        off.personAnswers(id, 2);
        off.rates(id, 1);

        assertThat(off.count("true")).isZero();
        assertThat(off.published).isEmpty();
    }

    /** The draw is by the key, so one is looked for with the wanted luck. */
    private static InquiryId thatIs(boolean drawn) {
        InquiryId id;
        do {
            id = InquiryId.next();
        } while (Draw.of("audit", id + ":2") < SHARE != drawn);
        return id;
    }
}
