package org.tandem.quality.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture of numbers that stand in a table below it: the script draws what is in the table.
 *
 * @param kind {@code line}, or {@code points} where the first column has numbers too
 * @param unit {@code %} or {@code min}
 * @param series names of the columns but the first
 */
record Chart(
        String id,
        String title,
        String words,
        String kind,
        String unit,
        String across,
        List<String> series,
        List<Row> rows) {

    /** @param values one for each series, null where there is none */
    record Row(String label, @Nullable Double across, List<@Nullable Double> values) {

        static Row of(String label, @Nullable Double... values) {
            return new Row(label, null, new ArrayList<>(Arrays.asList(values)));
        }
    }

    static @Nullable Double percent(double share) {
        return Double.isNaN(share) ? null : Math.round(share * 10_000) / 100.0;
    }

    public boolean isEmpty() {
        return rows.stream().allMatch(row -> row.values().stream().allMatch(value -> value == null));
    }
}
