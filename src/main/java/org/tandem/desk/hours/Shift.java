package org.tandem.desk.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A stretch of work within one day, in minutes after midnight by the clock on the wall.
 *
 * @param from from 0
 * @param to after {@code from}, up to 1440, which is midnight at the end of the day
 */
record Shift(int from, int to) {

    static final int MIDNIGHT = 24 * 60;

    boolean overlaps(Shift other) {
        return from < other.to && other.from < to;
    }

    Span on(LocalDate day, ZoneId zone) {
        return new Span(moment(from, day, zone), moment(to, day, zone));
    }

    /** A time that the clock skips is as long after midnight as if it did not; of one that it shows twice this is the first. */
    private static Instant moment(int minute, LocalDate day, ZoneId zone) {
        return minute == MIDNIGHT
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : day.atTime(minute / 60, minute % 60).atZone(zone).toInstant();
    }

    /** A shift on the line of time. A night in which the clock is put forward may leave nothing of it. */
    record Span(Instant start, Instant end) {

        boolean contains(Instant moment) {
            return !moment.isBefore(start) && moment.isBefore(end);
        }

        /** What of it is not before this moment. */
        Duration after(Instant moment) {
            var from = moment.isAfter(start) ? moment : start;
            return from.isBefore(end) ? Duration.between(from, end) : Duration.ZERO;
        }
    }

    @Override
    public String toString() {
        return "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, to / 60, to % 60);
    }
}
