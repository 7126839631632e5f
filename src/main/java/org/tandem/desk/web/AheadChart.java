package org.tandem.desk.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tandem.desk.waiting.WorkAhead;
import org.tandem.desk.waiting.WorkAhead.Ahead;

/** The work of the next hours and who is there for it, as the charts of quality are drawn: from the table below. */
record AheadChart(String title, String words, @Nullable String gap, List<Row> rows) {

    private static final double LEAST_WORK = 0.25;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    /** @param values hours of work, null where nothing is known, and hours of people */
    record Row(String label, @Nullable Double across, List<@Nullable Double> values) {}

    static AheadChart of(@Nullable String queue, Ahead ahead, ZoneId zone) {
        var where = queue == null ? "all queues" : queue;
        var rows = ahead.hours().stream()
                .map(hour -> new Row(
                        HOUR.format(hour.from().atZone(zone)) + (hour.open() ? "" : " (closed)"),
                        null,
                        new ArrayList<>(Arrays.asList(
                                hour.work().isPresent() ? (Double) hour.work().getAsDouble() : null, hour.people()))))
                .toList();
        return new AheadChart("The next hours: " + where, words(ahead, zone), gap(ahead, zone), rows);
    }

    private static String words(Ahead ahead, ZoneId zone) {
        var forecast = ahead.weeks() < WorkAhead.FEWEST_WEEKS
                ? "How many cases come cannot be said yet: %d whole weeks are known, and it takes %d."
                        .formatted(ahead.weeks(), WorkAhead.FEWEST_WEEKS)
                : "Work is what came in the same hour and weekday of the last %d weeks on average, times how long a case usually takes from one answer of a person to their next, or since it came if that is less; what waits already, holidays and trends are not in it."
                        .formatted(ahead.weeks());
        return forecast
                + " People is the time for which people announced themselves, and in the first hour of those who are available and answer offers too; whoever has several skills is shared out among their queues by the cases expected there. Times of %s."
                        .formatted(zone.getId());
    }

    /** The first hour in which people work and more work is expected than people have time. */
    private static @Nullable String gap(Ahead ahead, ZoneId zone) {
        return ahead.hours().stream()
                .filter(WorkAhead.Hour::open)
                .filter(hour -> hour.work().orElse(0) > Math.max(hour.people(), LEAST_WORK))
                .findFirst()
                .map(hour -> String.format(
                        Locale.ROOT,
                        "In the hour from %s about %.1f hours of work come in, and people have %.1f hours for it.",
                        HOUR.format(hour.from().atZone(zone)),
                        hour.work().orElse(0),
                        hour.people()))
                .orElse(null);
    }

    public String id() {
        return "ahead";
    }

    public String kind() {
        return "line";
    }

    public String unit() {
        return "hours";
    }

    public String across() {
        return "From";
    }

    public List<String> series() {
        return List.of("Work", "People");
    }

    public boolean isEmpty() {
        return false;
    }
}
