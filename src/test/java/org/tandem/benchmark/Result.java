package org.tandem.benchmark;

import java.time.Duration;
import java.util.List;

/**
 * What one run measured.
 *
 * @param latencies from request to stored answer, one per inquiry the AI answered, sorted
 * @param took from the first request to the last answer or hand-over
 */
record Result(String name, int sent, int answeredByAi, int withPerson, List<Duration> latencies, Duration took) {

    Result named(String name) {
        return new Result(name, sent, answeredByAi, withPerson, latencies, took);
    }

    double perSecond() {
        return sent / (took.toNanos() / 1e9);
    }

    /** Nearest-rank percentile in milliseconds. */
    double percentile(int percent) {
        if (latencies.isEmpty()) {
            return Double.NaN;
        }
        var rank = (int) Math.ceil(percent / 100.0 * latencies.size());
        return latencies.get(Math.max(0, rank - 1)).toNanos() / 1e6;
    }
}
