package org.tandem.desk.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;

/** Whoever waits for us has a deadline before anybody promised anything. */
class OnTheWayTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    private final InquiryId id = new InquiryId(UUID.randomUUID());
    private final KeptDeadlines kept = new KeptDeadlines();
    private final Escalations escalations = mock();
    private final OnTheWay onTheWay = new OnTheWay(kept, escalations, Duration.ofMinutes(15));

    @Test
    void whoAsksHasADeadlineAndAskingForAPersonMeanwhileMovesNothing() {
        onTheWay.waits(received());
        onTheWay.waits(new InquiryEvent.PersonRequested(UUID.randomUUID(), id, NOW.plusSeconds(60), id + ":1"));

        assertThat(kept.all).singleElement().satisfies(deadline -> {
            assertThat(deadline.dueAt()).isEqualTo("2026-11-26T10:15:00Z");
            assertThat(deadline.stopReason()).isNull();
        });
    }

    @Test
    void anAnswerOfTheAiOrAQueueStopsItAndWhoeverComesBackHasAnother() {
        onTheWay.waits(received());
        onTheWay.on(new InquiryEvent.AiAnswered(UUID.randomUUID(), id, NOW, id + ":1", UUID.randomUUID()));
        onTheWay.waits(verdict(true));
        onTheWay.waits(verdict(false));
        onTheWay.on(new InquiryEvent.HandedOver(
                UUID.randomUUID(), id, NOW, id + ":2", HandOverReason.NOT_SOLVED, "general", NOW));
        onTheWay.waits(
                new InquiryEvent.Reopened(UUID.randomUUID(), id, NOW, "TA-1", id + ":3", HandOverReason.REOPENED));

        assertThat(kept.all).extracting(Deadline::stopReason).containsExactly("arrived", "arrived", null);
        assertThat(kept.all).extracting(Deadline::conversationKey).doesNotHaveDuplicates();
    }

    @Test
    void aLeadNeedNotLookAnyMoreOnceItHasArrived() {
        var late = new Escalation(id.value(), "a", "reaching the desk", NOW, NOW);
        var other = new Escalation(id.value(), "b", "complaint, answer", NOW, NOW);
        when(escalations.findByInquiryIdAndOverAtIsNull(any())).thenReturn(List.of(late, other));

        onTheWay.on(new InquiryEvent.HandedOver(
                UUID.randomUUID(), id, NOW, id + ":2", HandOverReason.GATE, "general", NOW));

        verify(escalations).save(late);
        verify(escalations, never()).save(other);
    }

    private InquiryEvent received() {
        return new InquiryEvent.Received(UUID.randomUUID(), id, NOW, "TA-1", id + ":1");
    }

    private InquiryEvent verdict(boolean solved) {
        return new InquiryEvent.VerdictGiven(UUID.randomUUID(), id, NOW, id + ":1", solved);
    }
}
