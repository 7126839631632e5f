package org.tandem.engine.core;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;
import org.tandem.bpmn.feel.Expression;

/** Moments, spans and cycles as models write them: ISO 8601, FEEL's own values, cron. */
final class Times {

    private static final Pattern CYCLE = Pattern.compile("R(?<times>\\d*)/((?<start>[^/]+)/)?(?<span>[^/]+)");
    static final int FOR_EVER = -1;

    private Times() {}

    /** A cycle's first date and how often it happens. */
    record Cycle(String text, long first, int repetitions) {}

    /** The moment that a date names, in milliseconds. */
    static long date(Expression expression, @Nullable Object value) {
        try {
            return switch (value) {
                case ZonedDateTime date -> date.toInstant().toEpochMilli();
                case OffsetDateTime date -> date.toInstant().toEpochMilli();
                case LocalDateTime date ->
                    date.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli();
                case String text -> ZonedDateTime.parse(text).toInstant().toEpochMilli();
                case null -> throw Feel.unexpected(expression, null, "DATE_TIME");
                default -> throw Feel.unexpected(expression, value, "DATE_TIME");
            };
        } catch (DateTimeException bad) {
            throw Failure.value(
                    "Invalid date-time format '%s' for expression '%s'", String.valueOf(value), expression.text());
        }
    }

    /** The moment one span after another moment. */
    static long after(Expression expression, @Nullable Object span, long from) {
        return switch (span) {
            case Duration duration -> from + duration.toMillis();
            case Period period -> plus(from, period);
            case String text -> {
                try {
                    yield after(text, from);
                } catch (DateTimeException bad) {
                    throw Failure.value("Invalid duration format '%s' for expression '%s'", text, expression.text());
                }
            }
            case null -> throw Feel.unexpected(expression, null, "DURATION");
            default -> throw Feel.unexpected(expression, span, "DURATION");
        };
    }

    /** Years, months, weeks and days go by the calendar, the rest by the clock. */
    private static long after(String text, long from) {
        var clock = text.indexOf('T');
        if (clock < 0) {
            return plus(from, Period.parse(text));
        }
        var days = text.substring(0, clock);
        var start = days.matches("[-+]?P") ? from : plus(from, Period.parse(days));
        return start
                + Duration.parse((days.startsWith("-") ? "-P" : "P") + text.substring(clock))
                        .toMillis();
    }

    private static long plus(long from, Period period) {
        return Instant.ofEpochMilli(from)
                .atZone(ZoneId.systemDefault())
                .plus(period)
                .toInstant()
                .toEpochMilli();
    }

    static Cycle cycle(Expression expression, @Nullable Object value, long now) {
        if (!(value instanceof String text)) {
            throw Feel.unexpected(expression, value, "STRING");
        }
        var iso = CYCLE.matcher(text);
        if (iso.matches()) {
            var times = iso.group("times").isEmpty() ? FOR_EVER : Integer.parseInt(iso.group("times"));
            var start = iso.group("start");
            var first =
                    start == null ? after(expression, iso.group("span"), now) : Math.max(now, date(expression, start));
            if (after(expression, iso.group("span"), now) <= now) {
                throw Failure.value("The cycle '%s' of expression '%s' takes no time", text, expression.text());
            }
            return new Cycle(text, first, times);
        }
        return new Cycle(text, cron(text, now, expression.text()), FOR_EVER);
    }

    /** The next date of a cycle that has just happened. */
    static long next(String cycle, long happened) {
        var iso = CYCLE.matcher(cycle);
        return iso.matches() ? after(iso.group("span"), happened) : cron(cycle, happened, cycle);
    }

    private static long cron(String text, long after, String expression) {
        try {
            var next =
                    CronExpression.parse(text).next(Instant.ofEpochMilli(after).atZone(ZoneId.systemDefault()));
            return next == null ? Long.MAX_VALUE : next.toInstant().toEpochMilli();
        } catch (IllegalArgumentException bad) {
            throw Failure.value("Invalid timer cycle format '%s' for expression '%s'", text, expression);
        }
    }

    /** A date as the Camunda API writes it. */
    static String written(long moment) {
        return OffsetDateTime.ofInstant(Instant.ofEpochMilli(moment), ZoneOffset.UTC)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
