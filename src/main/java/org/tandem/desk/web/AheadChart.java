package org.tandem.desk.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandem.desk.waiting.WorkAhead;
import org.tandem.desk.waiting.WorkAhead.Ahead;

/** The work of the next hours and who is there for it, as the charts of quality are drawn: from the table below. */
record AheadChart(String title, String words, @Nullable String gap, List<Row> rows) {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    /** @param values cases, null where nothing is known, and people */
    record Row(String label, @Nullable Double across, List<@Nullable Double> values) {}

    static AheadChart of(@Nullable String queue, Ahead ahead, ZoneId zone) {
        var where = queue == null ? "all queues" : queue;
        var rows = ahead.hours().stream()
                .map(hour -> new Row(
                        HOUR.format(hour.from().atZone(zone)) + (hour.open() ? "" : " (closed)"),
                        null,
                        new ArrayList<>(Arrays.asList(
                                hour.cases().isPresent() ? (Double) hour.cases().getAsDouble() : null,
                                (double) hour.people()))))
                .toList();
        return new AheadChart("The next hours: " + where, words(ahead, zone), gap(ahead, zone), rows);
    }

    private static String words(Ahead ahead, ZoneId zone) {
        var forecast = ahead.weeks() < WorkAhead.FEWEST_WEEKS
                ? "How many cases come cannot be said yet: %d whole weeks are known, and it takes %d."
                        .formatted(ahead.weeks(), WorkAhead.FEWEST_WEEKS)
                : "Cases are the mean of the same hour and weekday of the last %d weeks; holidays and trends are not in it."
                        .formatted(ahead.weeks());
        return forecast
                + " People are those who announced themselves, and in the first hour those who are available too. Times of %s."
                        .formatted(zone.getId());
    }

    /** The first hour in which people work, cases are expected and nobody has announced themselves. */
    private static @Nullable String gap(Ahead ahead, ZoneId zone) {
        return ahead.hours().stream()
                .filter(hour ->
                        hour.open() && hour.people() == 0 && hour.cases().orElse(0) >= 1)
                .findFirst()
                .map(hour -> "Nobody has announced themselves for %s, and about %.0f cases are expected then."
                        .formatted(
                                HOUR.format(hour.from().atZone(zone)),
                                hour.cases().orElse(0)))
                .orElse(null);
    }

    public String id() {
        return "ahead";
    }

    public String kind() {
        return "line";
    }

    public String unit() {
        return "in the hour";
    }

    public String across() {
        return "From";
    }

    public List<String> series() {
        return List.of("Cases", "People");
    }

    public boolean isEmpty() {
        return false;
    }
}
