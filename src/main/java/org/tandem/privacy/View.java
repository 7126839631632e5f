package org.tandem.privacy;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A text as {@link VisibleText} has it, and which characters of the written text each of its characters stands for. */
record View(String visible, int[] starts, int[] ends) {

    /** What belongs together: a character with its accents, or one that cannot be seen. */
    private static final Pattern CLUSTER = Pattern.compile("(?s)\\P{M}\\p{M}*|\\p{M}+");

    static View of(String written) {
        return VisibleText.of(written).equals(written)
                ? new View(
                        written,
                        IntStream.range(0, written.length()).toArray(),
                        IntStream.rangeClosed(1, written.length()).toArray())
                : clusterByCluster(written);
    }

    private static View clusterByCluster(String written) {
        var visible = new StringBuilder();
        var starts = new int[Math.max(16, written.length())];
        var ends = new int[starts.length];
        var clusters = CLUSTER.matcher(written);
        while (clusters.find()) {
            var seen = VisibleText.of(clusters.group());
            while (visible.length() + seen.length() > starts.length) {
                starts = Arrays.copyOf(starts, 2 * starts.length);
                ends = Arrays.copyOf(ends, starts.length);
            }
            Arrays.fill(starts, visible.length(), visible.length() + seen.length(), clusters.start());
            Arrays.fill(ends, visible.length(), visible.length() + seen.length(), clusters.end());
            visible.append(seen);
        }
        return new View(visible.toString(), starts, ends);
    }

    /** Where in the written text it stands. */
    Finding written(Finding found) {
        return new Finding(found.kind(), starts[found.start()], ends[found.end() - 1]);
    }
}
