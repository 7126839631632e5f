package org.tandem.desk.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandem.desk.hours.SampleCalendars;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.ComplaintReply;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Outcome;
import org.tandem.inquiry.State;

/** The clock of a complaint runs until the final response, whatever else is written meanwhile. */
class ComplaintRepliesTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final String ANSWER = "complaint, answer";
    private static final String LATEST = "complaint, final response";

    private final InquiryId id = InquiryId.next();
    private final KeptDeadlines kept = new KeptDeadlines();
    private final Inquiries inquiries = mock();
    private final Escalations escalations = mock();
    private final Breaches breaches = mock();
    private final ComplaintReplies replies = new ComplaintReplies(kept, inquiries);
    private final Stops stops = new Stops(kept, escalations);

    @Test
    void theFinalResponseEndsIt() {
        complains(ComplaintClock.PAYMENT_SERVICES);

        answers(ComplaintReply.FINAL);

        assertThat(kept.all).extracting(Deadline::stopReason).containsOnly("final response sent");
    }

    @Test
    void whatIsOwedIsTold() {
        complains(ComplaintClock.PAYMENT_SERVICES);
        assertThat(replies.owed(id))
                .extracting(ComplaintOwed::what)
                .containsExactly(
                        "Settled with a short confirmation", "Final response, or a holding reply", "Final response");

        answers(ComplaintReply.HOLDING);
        assertThat(replies.owed(id)).extracting(ComplaintOwed::what).containsExactly("Final response");

        answers(ComplaintReply.FINAL);
        assertThat(replies.owed(id)).isEmpty();
    }

    @Test
    void thatAShortConfirmationIsNotEnoughAnyMoreIsToldAndNoBrokenPromise() {
        complains(ComplaintClock.OTHER);

        look(State.WITH_PERSON, NOW.plus(Duration.ofDays(6)));

        verify(breaches, never()).note(any(), any(), any(), any());
        assertThat(replies.owed(id))
                .extracting(owed -> owed.inWords("then"))
                .containsExactly("A short confirmation was enough until then", "Final response by then");
    }

    @Test
    void aCaseCannotRestLongerThanTheLawGives() {
        assertThat(replies.backAt(id, NOW.plus(Duration.ofDays(30)), NOW)).isEqualTo(NOW.plus(Duration.ofDays(30)));
        complains(ComplaintClock.PAYMENT_SERVICES);
        var warnAt = replies.urgentFrom(id).orElseThrow();
        var dueAt = replies.owed(id).get(1).by();
        assertThat(warnAt).isBefore(dueAt);

        assertThat(replies.backAt(id, NOW.plus(Duration.ofDays(5)), NOW)).isEqualTo(NOW.plus(Duration.ofDays(5)));
        assertThat(replies.backAt(id, NOW.plus(Duration.ofDays(30)), NOW)).isEqualTo(warnAt);
        assertThat(replies.backAt(id, NOW.plus(Duration.ofDays(30)), warnAt)).isEqualTo(dueAt);

        answers(ComplaintReply.HOLDING);
        assertThat(replies.urgentFrom(id)).get().isNotEqualTo(warnAt);
        assertThat(replies.backAt(id, NOW.plus(Duration.ofDays(30)), NOW)).isEqualTo(NOW.plus(Duration.ofDays(30)));
    }

    @Test
    void afterAHoldingReplyTheLatestDayIsStillWatched() {
        complains(ComplaintClock.PAYMENT_SERVICES);
        answers(ComplaintReply.HOLDING);

        look(State.ANSWERED_BY_PERSON);

        verify(breaches, never()).note(any(), any(), eq(ANSWER), any());
        verify(breaches).note(any(), any(), eq(LATEST), any());
    }

    @Test
    void aHoldingReplyMovesNothingWhereTheLawHasNoLaterDay() {
        complains(ComplaintClock.OTHER);
        answers(ComplaintReply.HOLDING);

        look(State.ANSWERED_BY_PERSON);

        verify(breaches).note(any(), any(), eq(ANSWER), any());
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"WITHDRAWN"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatWasNoFinalResponseIsLateWhateverBecameOfTheCase(State state) {
        complains(ComplaintClock.PAYMENT_SERVICES);
        answers(ComplaintReply.NOT_YET);
        answers(null);
        stops.on(new InquiryEvent.Resolved(UUID.randomUUID(), id, NOW, id + ":2", Outcome.values()[0]));

        look(state);

        verify(breaches).note(any(), any(), eq(ANSWER), any());
        verify(breaches).note(any(), any(), eq(LATEST), any());
    }

    @Test
    void whoeverSaysThatItIsSolvedOrWithdrawsItIsOwedNothing() {
        complains(ComplaintClock.PAYMENT_SERVICES);
        replies.on(new InquiryEvent.VerdictGiven(UUID.randomUUID(), id, NOW, id + ":2", false));
        assertThat(kept.all).extracting(Deadline::stopReason).containsOnlyNulls();

        replies.on(new InquiryEvent.VerdictGiven(UUID.randomUUID(), id, NOW, id + ":2", true));

        assertThat(kept.all).extracting(Deadline::stopReason).containsOnly("the customer says that it is solved");
    }

    @Test
    void aLeadHasToDecideAboutALateComplaintAlsoWhenTheCaseIsClosed() {
        var escalation = new Escalation(id.value(), "a", ANSWER, NOW, NOW);
        when(escalations.findByOverAtIsNullOrderByEscalatedAtDesc(any())).thenReturn(List.of(escalation));

        look(State.RESOLVED);

        verify(escalations, never()).save(any());
    }

    private void complains(ComplaintClock clock) {
        var file = mock(CaseFile.class);
        when(file.id()).thenReturn(id);
        when(file.receivedAt()).thenReturn(NOW);
        new Deadlines(kept, SampleCalendars.all())
                .complaint(
                        file,
                        id + ":2",
                        new ServiceLevels(
                                Duration.ofHours(2),
                                Duration.ofHours(1),
                                Duration.ofHours(20),
                                "united-kingdom",
                                true,
                                clock));
    }

    private void answers(@Nullable ComplaintReply reply) {
        when(inquiries.complaintReply(id)).thenReturn(Optional.ofNullable(reply));
        var answer = new InquiryEvent.AnsweredByPerson(
                UUID.randomUUID(), id, NOW, id + ":2", UUID.randomUUID(), "OTHER", "NO_DRAFT", null, null, null);
        stops.on(answer);
        replies.on(answer);
    }

    private void look(State state) {
        look(state, NOW.plus(Duration.ofDays(90)));
    }

    private void look(State state, Instant now) {
        var file = mock(CaseFile.class);
        when(file.state()).thenReturn(state);
        when(inquiries.get(id)).thenReturn(file);
        new Overdue(kept, escalations, breaches, inquiries, Clock.fixed(now, ZoneOffset.UTC)).look();
    }
}
