package org.tandem.desk.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Reminder;
import org.tandem.inquiry.State;

/** The day that an agent promised is a promise like any other. */
class FollowUpsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final Instant END_OF_DAY = Instant.parse("2026-12-01T23:00:00Z");

    private final InquiryId id = InquiryId.next();
    private final KeptDeadlines kept = new KeptDeadlines();
    private final Inquiries inquiries = mock();
    private final Escalations escalations = mock();
    private final Breaches breaches = mock();
    private final FollowUps followUps = new FollowUps(kept, inquiries, file -> ZoneId.of("Europe/Stockholm"));

    @Test
    void theDayIsPromisedUntilItsEndAndTheNextAnswerKeepsThePromise() {
        answers(new Reminder(LocalDate.of(2026, 12, 1), "Has the shop paid?"));

        assertThat(kept.all).singleElement().satisfies(deadline -> {
            assertThat(deadline.dueAt()).isEqualTo(END_OF_DAY);
            assertThat(deadline.stopReason()).isNull();
        });

        answers(null);

        assertThat(kept.all).singleElement().extracting(Deadline::stopReason).isEqualTo("answered");
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWERED_BY_PERSON", "WITH_PERSON"})
    void aDayThatPassesIsNotedWhetherOrNotTheCaseCameBack(State state) {
        answers(new Reminder(LocalDate.of(2026, 12, 1), "Has the shop paid?"));

        look(state);

        verify(breaches).note(any(), any(), eq("follow-up day"), any());
        assertThat(kept.all).singleElement().extracting(Deadline::stopReason).isEqualTo("passed");
    }

    @Test
    void whatIsSolvedBeforeIsNotOwed() {
        answers(new Reminder(LocalDate.of(2026, 12, 1), "Has the shop paid?"));

        look(State.RESOLVED);

        verify(breaches, never()).note(any(), any(), any(), any());
    }

    @Test
    void aLeadHasToDecideUntilAPersonAnswers() {
        var escalation = new Escalation(id.value(), "a", "follow-up day", END_OF_DAY, END_OF_DAY);
        when(escalations.findByOverAtIsNullOrderByEscalatedAtDesc(any())).thenReturn(List.of(escalation));

        look(State.ANSWERED_BY_PERSON);

        verify(escalations, never()).save(any());
    }

    private void answers(@Nullable Reminder reminder) {
        when(inquiries.reminder(id)).thenReturn(Optional.ofNullable(reminder));
        when(inquiries.get(id)).thenReturn(mock());
        followUps.on(new InquiryEvent.AnsweredByPerson(
                UUID.randomUUID(), id, NOW, id + ":2", UUID.randomUUID(), "OTHER", "NO_DRAFT", null, null, null));
    }

    private void look(State state) {
        var file = mock(CaseFile.class);
        when(file.state()).thenReturn(state);
        when(inquiries.get(id)).thenReturn(file);
        new Overdue(kept, escalations, breaches, inquiries, Clock.fixed(END_OF_DAY, ZoneOffset.UTC)).look();
    }
}
