package org.tandem.desk.pool.simulation;

import java.util.Arrays;

/** How unevenly something is spread (C. Gini, 1912): 0 if all have the same, towards 1 if one has it all. */
final class Gini {

    private Gini() {}

    static double of(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        var sum = 0.0;
        var weighted = 0.0;
        for (var i = 0; i < sorted.length; i++) {
            sum += sorted[i];
            weighted += (i + 1) * sorted[i];
        }
        return sum == 0 ? 0 : 2 * weighted / (sorted.length * sum) - (sorted.length + 1.0) / sorted.length;
    }
}
