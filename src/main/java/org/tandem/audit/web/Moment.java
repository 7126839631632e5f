package org.tandem.audit.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment for machines and for people; always UTC and exact, for those who compare what happened where. */
record Moment(String machine, String words) {

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm:ss.SSS", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    static Moment of(Instant instant) {
        return new Moment(instant.toString(), WORDS.format(instant));
    }

    /** The two most telling units of a duration. */
    static String between(Instant from, Instant until) {
        var duration = Duration.between(from, until);
        var seconds = duration.toSeconds();
        if (seconds >= DAY) {
            return "%d d %d h".formatted(seconds / DAY, seconds % DAY / HOUR);
        }
        if (seconds >= HOUR) {
            return "%d h %d min".formatted(seconds / HOUR, seconds % HOUR / MINUTE);
        }
        if (seconds >= MINUTE) {
            return "%d min %d s".formatted(seconds / MINUTE, seconds % MINUTE);
        }
        return seconds >= 1
                ? "%d.%d s".formatted(seconds, duration.toMillisPart() / 100)
                : "%d ms".formatted(Math.max(0, duration.toMillis()));
    }
}
