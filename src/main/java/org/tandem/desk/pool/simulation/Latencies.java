package org.tandem.desk.pool.simulation;

import java.util.Arrays;

/** How long decisions took, in nanoseconds. */
final class Latencies {

    private long[] all = new long[1 << 16];
    private int count;

    void add(long nanos) {
        if (count == all.length) {
            all = Arrays.copyOf(all, 2 * count);
        }
        all[count++] = nanos;
    }

    int count() {
        return count;
    }

    /** @param share 0.99 for the time that 99 % of them stay within */
    double millis(double share) {
        var sorted = Arrays.copyOf(all, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[(int) Math.min(count - 1L, Math.round(share * count))] / 1e6;
    }
}
