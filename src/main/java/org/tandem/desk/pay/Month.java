package org.tandem.desk.pay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A month by the clock of the rate card, whose first moment belongs to it and whose last one is the first of the next. */
record Month(YearMonth month, ZoneId zone) {

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    /** The month that a text names, such as {@code 2026-03}; null if it names none. */
    static @Nullable Month of(String text, ZoneId zone) {
        try {
            var month = YearMonth.parse(text);
            return month.getYear() < 1970 || month.getYear() > 9999 ? null : new Month(month, zone);
        } catch (DateTimeException misfit) {
            return null;
        }
    }

    static Month at(Instant moment, ZoneId zone) {
        return new Month(YearMonth.from(moment.atZone(zone)), zone);
    }

    Instant begin() {
        return start(month.atDay(1));
    }

    Instant end() {
        return start(month.plusMonths(1).atDay(1));
    }

    /** A day may begin at one o'clock, where the clock is put forward at midnight. */
    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    boolean isAfter(Month other) {
        return month.isAfter(other.month);
    }

    public Month plus(int months) {
        return new Month(month.plusMonths(months), zone);
    }

    public String inWords() {
        return WORDS.format(month);
    }

    @Override
    public String toString() {
        return month.toString();
    }
}
