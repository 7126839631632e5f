package org.tandem.desk.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tandem.inquiry.Waits.Arrivals;

class PastArrivalsTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** A Wednesday, ten days after the clock was put back. */
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 4, 9, 20, 0, 0, LONDON);

    @Test
    void whatIsExpectedIsTheMeanOfTheSameHourOfTheSameWeekday() {
        var past = arrivals(
                weeksAgo(1, "care", 4), weeksAgo(2, "care", 0), weeksAgo(4, "care", 2), weeksAgo(5, "care", 6));

        assertThat(past.weeks()).isEqualTo(5);
        assertThat(past.expected("care", tenOClock(0))).hasValue(12 / 5.0);
        assertThat(past.expected("care", tenOClock(0).plusSeconds(3600))).hasValue(0);
        assertThat(past.expected("care", tenOClock(0).plusSeconds(86_400))).hasValue(0);
    }

    @Test
    void anHourIsTheSameHourOnTheWallAlsoOverAChangeOfTheClock() {
        assertThat(tenOClock(0)).isEqualTo("2026-11-04T10:00:00Z");
        assertThat(tenOClock(3)).isEqualTo("2026-10-14T09:00:00Z");

        assertThat(arrivals(weeksAgo(3, "care", 8), weeksAgo(4, "care", 8)).expected("care", tenOClock(0)))
                .hasValue(4);
    }

    @Test
    void allQueuesTogetherAreTheirSum() {
        var past = arrivals(weeksAgo(4, "care", 4), weeksAgo(4, "general", 8));

        assertThat(past.expected(null, tenOClock(0))).hasValue(3);
        assertThat(past.expected("general", tenOClock(0))).hasValue(2);
        assertThat(past.expected("disputes", tenOClock(0))).hasValue(0);
    }

    @Test
    void onlyTheLastEightWeeksCount() {
        var past = arrivals(IntStream.rangeClosed(1, 8)
                .mapToObj(week -> weeksAgo(week, "care", week))
                .toArray(Arrivals[]::new));

        assertThat(past.weeks()).isEqualTo(8);
        assertThat(arrivals(weeksAgo(9, "care", 90)).weeks()).isEqualTo(8);
        assertThat(arrivals(weeksAgo(9, "care", 90)).expected("care", tenOClock(0)))
                .hasValue(0);
    }

    @Test
    void nothingIsSaidWhileTooFewWeeksAreKnown() {
        assertThat(arrivals().expected("care", tenOClock(0))).isEmpty();
        assertThat(arrivals(weeksAgo(3, "care", 8)).expected("care", tenOClock(0)))
                .isEmpty();
        assertThat(arrivals(weeksAgo(3, "care", 8)).weeks()).isEqualTo(3);
    }

    private static PastArrivals arrivals(Arrivals... past) {
        return new PastArrivals(Stream.of(past).filter(one -> one.count() > 0).toList(), NOW.toInstant(), LONDON);
    }

    private static Arrivals weeksAgo(int weeks, String queue, int count) {
        return new Arrivals(queue, tenOClock(weeks), count);
    }

    private static Instant tenOClock(int weeksAgo) {
        return NOW.withHour(10).withMinute(0).minusWeeks(weeksAgo).toInstant();
    }
}
