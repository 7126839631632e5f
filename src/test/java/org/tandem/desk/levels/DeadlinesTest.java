package org.tandem.desk.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.desk.hours.BusinessCalendar;
import org.tandem.desk.hours.SampleCalendars;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Customer;
import org.tandem.inquiry.HandOver;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Message;
import org.tandem.inquiry.State;

class DeadlinesTest {

    private static final BusinessCalendar UK = SampleCalendars.all().get("united-kingdom");
    private static final ServiceLevels BUSINESS = levels(ComplaintClock.NONE);

    private final InquiryId id = new InquiryId(UUID.randomUUID());
    private final KeptDeadlines kept = new KeptDeadlines();
    private final Deadlines deadlines = new Deadlines(kept, SampleCalendars.all());
    private final List<Message> messages = new ArrayList<>();
    private final List<HandOver> handOvers = new ArrayList<>();

    @Test
    void onlyHoursInWhichPeopleWorkCount() {
        var promises =
                deadlines.promise(caseFile(State.WITH_PERSON, "a:2"), "a:2", BUSINESS, at("2026-11-26T19:00:00Z"));

        assertThat(promises.firstResponseDue()).isEqualTo(at("2026-11-27T09:00:00Z"));
        assertThat(promises.warnAt()).isEqualTo(at("2026-11-27T08:30:00Z"));
        assertThat(promises.resolutionDue()).isEqualTo(at("2026-11-28T17:00:00Z"));
    }

    /** Split shifts among them; the last columns are the moments, an hour apart for the same hour on the wall. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            calendar,       handed over,          first response, due on the wall,  due
            united-kingdom, 2026-03-28T16:30:00Z, PT2H,           2026-03-30T09:30, 2026-03-30T08:30:00Z
            united-kingdom, 2026-10-24T11:30:00Z, PT2H,           2026-10-24T15:30, 2026-10-24T14:30:00Z
            united-kingdom, 2026-10-24T15:30:00Z, PT2H,           2026-10-26T09:30, 2026-10-26T09:30:00Z
            united-kingdom, 2027-03-27T16:30:00Z, PT2H,           2027-03-30T09:30, 2027-03-30T08:30:00Z
            united-kingdom, 2027-10-30T15:30:00Z, PT2H,           2027-11-01T09:30, 2027-11-01T09:30:00Z
            sweden,         2026-03-27T10:30:00Z, PT2H,           2026-03-27T14:00, 2026-03-27T13:00:00Z
            sweden,         2026-03-27T15:30:00Z, PT5H,           2026-03-30T13:00, 2026-03-30T11:00:00Z
            sweden,         2026-10-23T14:30:00Z, PT5H,           2026-10-26T13:00, 2026-10-26T12:00:00Z
            sweden,         2027-03-25T16:30:00Z, PT2H,           2027-03-30T09:30, 2027-03-30T07:30:00Z
            sweden,         2027-10-29T14:30:00Z, PT5H,           2027-11-01T13:00, 2027-11-01T12:00:00Z
            """)
    void overAChangeOfTheClockPeopleStillBeginAtEightOnTheirs(
            String calendar, Instant handedOver, Duration firstResponse, LocalDateTime onTheWall, Instant due) {
        var levels = new ServiceLevels(
                firstResponse, Duration.ofMinutes(30), Duration.ofHours(20), calendar, true, ComplaintClock.NONE);

        var promises = deadlines.promise(caseFile(State.WITH_PERSON, "a:2"), "a:2", levels, handedOver);

        assertThat(promises.firstResponseDue()).isEqualTo(due);
        assertThat(LocalDateTime.ofInstant(
                        promises.firstResponseDue(),
                        SampleCalendars.all().get(calendar).zone()))
                .isEqualTo(onTheWall);
    }

    @Test
    void whoAsksAgainIsToldTheSame() {
        var file = caseFile(State.WITH_PERSON, "a:2");
        var first = deadlines.promise(file, "a:2", BUSINESS, at("2026-11-26T09:00:00Z"));

        assertThat(deadlines.promise(file, "a:2", BUSINESS, at("2026-11-26T15:00:00Z")))
                .isEqualTo(first);
        assertThat(kept.all).hasSize(2);
    }

    @Test
    void whileWeWaitForTheCustomerTheTimeForTheSolutionStandsStill() {
        var start = at("2026-11-26T09:00:00Z");
        var due = deadlines
                .promise(caseFile(State.WITH_PERSON, "a:2"), "a:2", BUSINESS, start)
                .resolutionDue();
        handOver("a:2", start, due);
        messages.add(said(Author.PERSON, "2026-11-26T12:00:00Z"));
        messages.add(said(Author.CUSTOMER, "2026-12-02T10:00:00Z"));

        var again = deadlines.promise(caseFile(State.WITH_PERSON, "a:3"), "a:3", BUSINESS, at("2026-12-02T10:05:00Z"));

        assertThat(UK.between(at("2026-12-02T10:00:00Z"), again.resolutionDue()))
                .isEqualTo(UK.between(at("2026-11-26T12:00:00Z"), due))
                .isEqualTo(Duration.ofHours(17));
        assertThat(kept.all)
                .filteredOn(deadline -> deadline.is(Deadline.Kind.RESOLUTION))
                .first()
                .satisfies(paused -> {
                    assertThat(paused.stopReason()).isEqualTo("waiting for the customer");
                    assertThat(paused.resumedAt()).isEqualTo(at("2026-12-02T10:00:00Z"));
                });
    }

    @Test
    void whoComesBackAfterTheTimeWasOverGetsANewOne() {
        handOver("a:2", at("2026-11-20T09:00:00Z"), at("2026-11-23T09:00:00Z"));
        messages.add(said(Author.PERSON, "2026-11-24T09:00:00Z"));
        var now = at("2026-11-26T09:00:00Z");

        assertThat(deadlines
                        .promise(caseFile(State.WITH_PERSON, "a:3"), "a:3", BUSINESS, now)
                        .resolutionDue())
                .isEqualTo(UK.plus(now, BUSINESS.resolution()));
    }

    @Test
    void aComplaintAboutAPaymentHas15BusinessDaysOr35AndTheCustomerIsToldOnce() {
        messages.add(said(Author.CUSTOMER, "2026-11-26T10:00:00Z"));
        var file = caseFile(State.WITH_PERSON, "a:2");

        var told = deadlines.complaint(file, "a:2", levels(ComplaintClock.PAYMENT_SERVICES));

        assertThat(told.orElse(""))
                .isEqualTo(
                        "We treat this as a complaint. The rules for complaints about payments apply: you get our final"
                                + " answer within 15 business days, by Thursday 17 December 2026. If that is not possible for"
                                + " reasons beyond our control, we write to you by then and say why, and you get it within 35"
                                + " business days, by Tuesday 19 January 2027 at the latest. If we settle it with you by"
                                + " Tuesday 1 December 2026 (the third business day), you get a short confirmation instead.");
        assertThat(kept.all)
                .extracting(Deadline::dueAt)
                .containsExactly(at("2026-12-01T20:00:00Z"), at("2026-12-17T20:00:00Z"), at("2027-01-19T20:00:00Z"));
        assertThat(deadlines.complaint(file, "a:2", levels(ComplaintClock.PAYMENT_SERVICES)))
                .isEmpty();
    }

    @Test
    void inTheEuropeanUnionAComplaintAboutAPaymentHasTheSameDaysAndNoShorterWay() {
        var told = deadlines.complaint(
                caseFile(State.WITH_PERSON, "a:2"), "a:2", levels(ComplaintClock.PAYMENT_SERVICES_EU));

        assertThat(told).get().asString().contains("within 15 business days").doesNotContain("short confirmation");
    }

    @Test
    void otherComplaintsHaveEightWeeks() {
        var told = deadlines.complaint(caseFile(State.WITH_PERSON, "a:2"), "a:2", levels(ComplaintClock.OTHER));

        assertThat(told.orElse("")).contains("give us eight weeks", "by Thursday 21 January 2027 at the latest");
        assertThat(kept.all)
                .extracting(Deadline::dueAt)
                .containsExactly(at("2026-12-01T20:00:00Z"), at("2027-01-21T20:00:00Z"));
    }

    @Test
    void whatIsNoComplaintHasNoClock() {
        assertThat(deadlines.complaint(caseFile(State.WITH_PERSON, "a:2"), "a:2", BUSINESS))
                .isEmpty();
        assertThat(kept.all).isEmpty();
    }

    @Test
    void whatPassedWhileNobodyLookedIsNotedOnceAndStops() {
        deadlines.promise(caseFile(State.WITH_PERSON, "a:2"), "a:2", BUSINESS, at("2026-11-26T09:00:00Z"));
        var breaches = mock(Breaches.class);
        var overdue = overdue("2026-11-26T13:00:00Z", caseFile(State.WITH_PERSON, "a:2"), breaches);

        overdue.look();
        overdue.look();

        verify(breaches).note(id.value(), "a:2", "first response", at("2026-11-26T11:00:00Z"));
        assertThat(kept.all).extracting(Deadline::stopReason).containsExactly("passed", null);
    }

    @Test
    void whatWasAnsweredOrIsInAnotherRoundByThenIsNotLate() {
        deadlines.promise(caseFile(State.WITH_PERSON, "a:2"), "a:2", BUSINESS, at("2026-11-26T09:00:00Z"));
        var breaches = mock(Breaches.class);

        overdue("2026-12-26T13:00:00Z", caseFile(State.WITH_PERSON, "a:3"), breaches)
                .look();

        verify(breaches, never()).note(any(), anyString(), anyString(), any());
        assertThat(kept.all).extracting(Deadline::stopReason).containsOnly("nothing was owed any more");
    }

    @Test
    void whoIsInNoQueueInTimeIsLateAndWhoIsInOneIsNot() {
        kept.save(new Deadline(id.value(), "wait", Deadline.Kind.HAND_OVER, null, at("2026-11-26T10:15:00Z")));
        var breaches = mock(Breaches.class);
        overdue("2026-11-26T10:20:00Z", caseFile(State.RECEIVED, "a:1"), breaches)
                .look();
        verify(breaches).note(id.value(), "wait", "reaching the desk", at("2026-11-26T10:15:00Z"));

        kept.all.clear();
        kept.save(new Deadline(id.value(), "again", Deadline.Kind.HAND_OVER, null, at("2026-11-26T10:15:00Z")));
        handOver("a:2", at("2026-11-26T10:01:00Z"), at("2026-11-26T12:00:00Z"));
        overdue("2026-11-26T10:20:00Z", caseFile(State.WITH_PERSON, "a:2"), breaches)
                .look();
        assertThat(kept.all).extracting(Deadline::stopReason).containsExactly("nothing was owed any more");
    }

    @Test
    void aComplaintIsOwedInEveryRound() {
        deadlines.complaint(caseFile(State.WITH_PERSON, "a:2"), "a:2", levels(ComplaintClock.OTHER));
        var breaches = mock(Breaches.class);

        overdue("2027-01-22T00:00:00Z", caseFile(State.WITH_PERSON, "a:5"), breaches)
                .look();

        verify(breaches).note(id.value(), id + ":complaint", "complaint, answer", at("2027-01-21T20:00:00Z"));
        verifyNoMoreInteractions(breaches);
        assertThat(kept.all)
                .extracting(Deadline::stopReason)
                .containsExactly("the time for a short confirmation is over", "passed");
    }

    private Overdue overdue(String now, CaseFile file, Breaches breaches) {
        var inquiries = mock(Inquiries.class);
        when(inquiries.get(id)).thenReturn(file);
        var escalations = mock(Escalations.class);
        return new Overdue(kept, escalations, breaches, inquiries, Clock.fixed(at(now), ZoneOffset.UTC));
    }

    private static ServiceLevels levels(ComplaintClock clock) {
        return new ServiceLevels(
                Duration.ofHours(2), Duration.ofMinutes(90), Duration.ofHours(20), "united-kingdom", true, clock);
    }

    private void handOver(String key, Instant at, Instant due) {
        handOvers.add(new HandOver(key, HandOverReason.GATE, "general", due, due, null, at));
    }

    private static Message said(Author author, String at) {
        return new Message(UUID.randomUUID(), author, "Text", at(at), List.of());
    }

    private CaseFile caseFile(State state, String key) {
        return new CaseFile(
                id,
                "TA-1",
                state,
                false,
                key,
                new Customer("Robin", "robin@customer.example"),
                "en",
                at("2026-11-26T10:00:00Z"),
                messages,
                List.of(),
                List.of(),
                handOvers,
                null,
                false,
                0,
                null,
                null,
                null,
                false);
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }
}
