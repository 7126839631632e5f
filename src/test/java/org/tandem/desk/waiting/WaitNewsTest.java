package org.tandem.desk.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.inquiry.Expectation;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Waits;
import org.tandem.testing.EmptyDatabase;

/** What a customer who waits is told in the conversation, after the page had told a time. */
class WaitNewsTest {

    private static final Instant NINE = Instant.parse("2026-11-24T09:00:00Z");
    private static final EmptyDatabase H2 = EmptyDatabase.h2();

    private final Waits.Waiting ada = waiting();
    private final Waits waits = mock(Waits.class);
    private final Forecasts forecasts = mock(Forecasts.class);
    private final Inquiries inquiries = mock(Inquiries.class);
    private final List<String> told = new ArrayList<>();

    WaitNewsTest() {
        when(waits.now()).thenReturn(List.of(ada));
        doAnswer(call -> told.add(call.getArgument(2) + ": "
                        + call.<Expectation>getArgument(3).inWords()))
                .when(inquiries)
                .waitChanged(any(), any(), anyInt(), any());
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void aWaitThatBecomesTwiceAsLongIsToldOnce(String kind) {
        var database = kind.equals("H2") ? H2 : EmptyDatabase.postgres();
        look(database, 0, minutes(10, 30));
        look(database, 5, minutes(20, 50));
        assertThat(told).isEmpty();

        look(database, 6, minutes(30, 58));
        look(database, 7, minutes(30, 58));

        assertThat(told)
                .containsExactly("1: Half of the customers in this place have an answer within 30 minutes, nine in ten"
                        + " within 60 minutes.");
    }

    @Test
    void whoStillWaitsWhenTheTimeThatWasToldIsOverIsToldAnother() {
        look(H2, 0, minutes(10, 30));
        look(H2, 29, minutes(4, 9));
        assertThat(told).isEmpty();

        look(H2, 31, minutes(4, 9));

        assertThat(told).hasSize(1);
    }

    @Test
    void nobodyIsToldMoreOftenThanWasSet() {
        look(H2, 0, minutes(10, 30));
        for (var minute = 31; minute < 600; minute += 10) {
            look(H2, minute, minutes(60, 90));
        }

        assertThat(told).hasSize(2);
    }

    @Test
    void aFewMinutesMoreAreNoNews() {
        look(H2, 0, minutes(1, 2));
        look(H2, 5, minutes(2, 6));

        assertThat(told).isEmpty();
    }

    @Test
    void whoeverIsNotServedBeforeClosingIsToldWhenWeAreBack() {
        look(H2, 0, minutes(10, 30));

        look(H2, 20, minutes(10, 30).closedUntil(NINE.plus(Duration.ofHours(23)).atZone(ZoneId.of("Europe/London"))));

        assertThat(told)
                .containsExactly("1: Nobody is here just now; we are back on Wednesday, 25 November at 08:00"
                        + " (Europe/London).");
    }

    @Test
    void asLongAsNothingIsKnownNothingIsTold() {
        look(H2, 0, new Expectation(3, null, null));
        look(H2, 500, new Expectation(3, null, null));

        assertThat(told).isEmpty();
    }

    @Test
    void whatCouldNotBeSaidIsSaidWithTheNextLookUnderTheSameNumber() {
        look(H2, 0, minutes(10, 30));
        doThrow(new IllegalStateException("the database is away"))
                .doAnswer(call -> told.add(String.valueOf(call.<Integer>getArgument(2))))
                .when(inquiries)
                .waitChanged(any(), any(), anyInt(), any());

        look(H2, 31, minutes(10, 30));
        assertThat(told).isEmpty();
        look(H2, 32, minutes(10, 30));

        assertThat(told).containsExactly("1");
    }

    @Test
    void whoHasAnAnswerIsForgotten() {
        look(H2, 0, minutes(10, 30));
        when(waits.now()).thenReturn(List.of());

        look(H2, 31, minutes(10, 30));

        assertThat(new ToldTable(H2.client()).all()).doesNotContainKey(ada.conversationKey());
        assertThat(told).isEmpty();
    }

    private void look(EmptyDatabase database, int minute, Expectation expected) {
        when(forecasts.of(ada.queue(), ada.since(), ada.firstResponseDue(), ada.calendar()))
                .thenReturn(expected);
        var clock = Clock.fixed(NINE.plus(Duration.ofMinutes(minute)), ZoneOffset.UTC);
        new WaitNews(
                        waits,
                        forecasts,
                        new ToldTable(database.client()),
                        inquiries,
                        new WaitNewsSettings(2, Duration.ofMinutes(10)),
                        clock)
                .look();
    }

    private static Expectation minutes(int half, int most) {
        return new Expectation(3, Duration.ofMinutes(half), Duration.ofMinutes(most));
    }

    private static Waits.Waiting waiting() {
        var id = InquiryId.next();
        return new Waits.Waiting(id, id + ":2", "general", NINE, NINE.plus(Duration.ofHours(4)), "sweden");
    }
}
