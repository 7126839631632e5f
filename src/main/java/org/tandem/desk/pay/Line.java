package org.tandem.desk.pay;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An entry as people read it. */
record Line(Entry entry, String when, String what, String feedback) {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    static Line of(Entry entry, String feedback, ZoneId zone) {
        return new Line(entry, WHEN.format(entry.at().atZone(zone)), what(entry), feedback);
    }

    private static String what(Entry entry) {
        return switch (entry.type()) {
            case EARNED, BONUS -> entry.row();
            case CORRECTION ->
                "correction%s by %s: %s"
                        .formatted(
                                entry.period() == null
                                        ? ""
                                        : " of " + MONTH.format(YearMonth.parse(entry.period()))
                                                + (entry.row().isEmpty() ? "" : ", " + entry.row() + ","),
                                entry.by(),
                                entry.reason());
        };
    }

    public @Nullable String number() {
        return entry.number();
    }

    public Money amount() {
        return entry.amount();
    }

    public Instant at() {
        return entry.at();
    }

    /** To choose it in a list. */
    public String inWords() {
        return "%s, %s%s, %s".formatted(when, what, entry.number() == null ? "" : " for " + entry.number(), amount());
    }
}
