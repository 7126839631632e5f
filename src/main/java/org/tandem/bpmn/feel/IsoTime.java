package org.tandem.bpmn.feel;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * Moments, spans and cycles as models write them: ISO 8601, FEEL's own values, cron. What is none of them is a
 * {@link DateTimeException}, so the policy refuses exactly what the embedded engine could not run.
 */
public final class IsoTime {

    public static final int FOR_EVER = -1;

    private static final Pattern CYCLE = Pattern.compile("R(?<times>\\d{0,9})/((?<start>[^/]+)/)?(?<span>[^/]+)");

    private IsoTime() {}

    /** A cycle's first date, in milliseconds, and how often it happens. */
    public record Cycle(long first, int repetitions) {}

    /** The moment that a date names, in milliseconds. */
    public static long date(@Nullable Object value) {
        return switch (value) {
            case ZonedDateTime date -> date.toInstant().toEpochMilli();
            case OffsetDateTime date -> date.toInstant().toEpochMilli();
            case LocalDateTime date ->
                date.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli();
            case String text -> ZonedDateTime.parse(text).toInstant().toEpochMilli();
            case null -> throw new DateTimeException("not a date");
            default -> throw new DateTimeException("not a date");
        };
    }

    /** The moment one span after another moment. */
    public static long after(@Nullable Object span, long from) {
        try {
            return switch (span) {
                case Duration duration -> Math.addExact(from, duration.toMillis());
                case Period period -> plus(from, period);
                case String text -> after(text, from);
                case null -> throw new DateTimeException("not a duration");
                default -> throw new DateTimeException("not a duration");
            };
        } catch (ArithmeticException tooLong) {
            throw new DateTimeException("not a duration that anybody could wait for", tooLong);
        }
    }

    /** Years, months, weeks and days go by the calendar, the rest by the clock. */
    private static long after(String text, long from) {
        var clock = text.indexOf('T');
        if (clock < 0) {
            return plus(from, Period.parse(text));
        }
        var days = text.substring(0, clock);
        var start = days.matches("[-+]?P") ? from : plus(from, Period.parse(days));
        return Math.addExact(
                start,
                Duration.parse((days.startsWith("-") ? "-P" : "P") + text.substring(clock))
                        .toMillis());
    }

    private static long plus(long from, Period period) {
        return Instant.ofEpochMilli(from)
                .atZone(ZoneId.systemDefault())
                .plus(period)
                .toInstant()
                .toEpochMilli();
    }

    public static Cycle cycle(String text, long now) {
        var iso = CYCLE.matcher(text);
        if (!iso.matches()) {
            return new Cycle(cron(text, now), FOR_EVER);
        }
        var times = iso.group("times").isEmpty() ? FOR_EVER : Integer.parseInt(iso.group("times"));
        var start = iso.group("start");
        var next = after(iso.group("span"), now);
        if (next <= now) {
            throw new DateTimeException("a cycle that takes no time");
        }
        return new Cycle(start == null ? next : Math.max(now, date(start)), times);
    }

    /** The next date of a cycle that has just happened. */
    public static long next(String cycle, long happened) {
        var iso = CYCLE.matcher(cycle);
        return iso.matches() ? after(iso.group("span"), happened) : cron(cycle, happened);
    }

    private static long cron(String text, long after) {
        try {
            var next =
                    CronExpression.parse(text).next(Instant.ofEpochMilli(after).atZone(ZoneId.systemDefault()));
            return next == null ? Long.MAX_VALUE : next.toInstant().toEpochMilli();
        } catch (IllegalArgumentException bad) {
            throw new DateTimeException("not a cycle", bad);
        }
    }
}
