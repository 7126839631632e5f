package org.tandem.quality.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tandem.quality.numbers.Count;
import org.tandem.quality.numbers.Scope;
import org.tandem.quality.numbers.Side;
import org.tandem.quality.numbers.Sides;
import org.tandem.quality.numbers.Sums;
import org.tandem.quality.web.Chart.Row;

/** How numbers move: by day, or by stretches of days where there are many. */
final class Trends {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final int MOST_POINTS = 31;
    private static final double HALF = 0.5;
    private static final double SECONDS_A_MINUTE = 60;
    private static final List<String> BOTH = List.of("AI", "People");

    private final NavigableMap<LocalDate, Sides> stretches;
    private final long length;

    /** @param stretches of that length */
    Trends(NavigableMap<LocalDate, Sides> stretches, long length) {
        this.stretches = stretches;
        this.length = length;
    }

    /** How many days go into a point. */
    static long length(Scope scope) {
        return (scope.days() + MOST_POINTS - 1) / MOST_POINTS;
    }

    List<Chart> all() {
        return List.of(
                new Chart(
                        "automation",
                        "Automated",
                        "Share of inquiries that no person was needed for. The reference is two thirds.",
                        "line",
                        "%",
                        label(),
                        List.of("Automated"),
                        rows(sums -> new Double[] {
                            Chart.percent(sums.of(Side.ALL)
                                    .share(Count.AUTOMATED, Count.CASES)
                                    .estimate())
                        })),
                both("resolution", "Time to resolution", "Median, in minutes.", "min", Trends::minutes),
                both(
                        "csat",
                        "Satisfied (CSAT)",
                        "Share of ratings that are 4 or 5.",
                        "%",
                        sums -> Chart.percent(
                                sums.share(Count.SATISFIED, Count.RATED).estimate())),
                both(
                        "came-back",
                        "Came back",
                        "Share of cases, resolved at least seven days ago, whose customer came back within seven days.",
                        "%",
                        sums -> Chart.percent(
                                sums.share(Count.CAME_BACK, Count.SETTLED).estimate())),
                new Chart(
                        "wrong",
                        "Wrong, by audits",
                        "Estimated share of wrong answers of the AI, and up to where it may reach with 95 % confidence.",
                        "line",
                        "%",
                        label(),
                        List.of("Estimate", "Upper bound"),
                        rows(Trends::wrong)));
    }

    private Chart both(String id, String title, String words, String unit, Function<Sums, @Nullable Double> number) {
        return new Chart(id, title, words, "line", unit, label(), BOTH, rows(sums ->
                new Double[] {number.apply(sums.of(Side.AI)), number.apply(sums.of(Side.PEOPLE))}));
    }

    private String label() {
        return length == 1 ? "Day" : "%d days from".formatted(length);
    }

    private List<Row> rows(Function<Sides, @Nullable Double[]> values) {
        var rows = new ArrayList<Row>();
        stretches.forEach((day, sums) -> rows.add(Row.of(DAY.format(day), values.apply(sums))));
        return rows;
    }

    private static @Nullable Double minutes(Sums sums) {
        var resolution = sums.times().resolution();
        return resolution.count() == 0 ? null : Math.round(resolution.percentile(HALF) * 10 / SECONDS_A_MINUTE) / 10.0;
    }

    private static @Nullable Double[] wrong(Sides sums) {
        var audited = sums.of(Side.AI).audited();
        return audited.audits() == 0
                ? new Double[] {null, null}
                : new Double[] {
                    Chart.percent(audited.estimate()),
                    Chart.percent(audited.interval(Cell.CONFIDENCE).upper())
                };
    }
}
