package org.tandem.quality.rehearsal;

import java.time.Duration;
import java.util.Locale;

/** What it took: the processor's time tells the same on a busy machine, too. */
record Stopwatch(long nanos, Duration processor) {

    static Stopwatch started() {
        return new Stopwatch(System.nanoTime(), processorTime());
    }

    String inWords() {
        return String.format(
                Locale.ROOT,
                "It took %.1f s, and %.1f s of processor time.",
                (System.nanoTime() - nanos) / 1e9,
                processorTime().minus(processor).toMillis() / 1e3);
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
