package org.tandem.engine.core;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.feel.Expression;
import org.tandem.bpmn.feel.IsoTime;

/** Moments, spans and cycles of the models; what is none of them fails with the expression it came from. */
final class Times {

    static final int FOR_EVER = IsoTime.FOR_EVER;

    private Times() {}

    /** A cycle's first date and how often it happens. */
    record Cycle(String text, long first, int repetitions) {}

    /** The moment that a date names, in milliseconds. */
    static long date(Expression expression, @Nullable Object value) {
        try {
            return IsoTime.date(value);
        } catch (DateTimeException bad) {
            throw value instanceof String
                    ? Failure.value("Invalid date-time format '%s' for expression '%s'", value, expression.text())
                    : Feel.unexpected(expression, value, "DATE_TIME");
        }
    }

    /** The moment one span after another moment. */
    static long after(Expression expression, @Nullable Object span, long from) {
        try {
            return IsoTime.after(span, from);
        } catch (DateTimeException bad) {
            throw span instanceof String
                    ? Failure.value("Invalid duration format '%s' for expression '%s'", span, expression.text())
                    : Feel.unexpected(expression, span, "DURATION");
        }
    }

    static Cycle cycle(Expression expression, @Nullable Object value, long now) {
        if (!(value instanceof String text)) {
            throw Feel.unexpected(expression, value, "STRING");
        }
        try {
            var cycle = IsoTime.cycle(text, now);
            return new Cycle(text, cycle.first(), cycle.repetitions());
        } catch (DateTimeException bad) {
            throw Failure.value("Invalid timer cycle format '%s' for expression '%s'", text, expression.text());
        }
    }

    /** The next date of a cycle that has just happened. */
    static long next(String cycle, long happened) {
        return IsoTime.next(cycle, happened);
    }

    /** A date as the Camunda API writes it. */
    static String written(long moment) {
        return OffsetDateTime.ofInstant(Instant.ofEpochMilli(moment), ZoneOffset.UTC)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
