package org.tandem.quality.backtest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** From a moment on and before another. */
public record Period(Instant from, Instant to) {

    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("The period ends before it begins: from %s to %s".formatted(from, to));
        }
    }

    /**
     * @param from first day, UTC; null for the beginning
     * @param to last day; null for today
     */
    public static Period of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        var first = from == null ? BEGINNING : from;
        var last = to == null ? today : to;
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "The period has to begin before it ends, but from is %s and to is %s".formatted(first, last));
        }
        return new Period(
                first.atStartOfDay(ZoneOffset.UTC).toInstant(),
                last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
