package org.tandem.assistant.guarantee;

import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * Exact one-sided bounds on the probability of an event that was seen some times in independent trials. Each is on the wrong
 * side of the truth with at most the given probability, whatever the truth is (Clopper and Pearson 1934).
 */
final class ClopperPearson {

    private ClopperPearson() {}

    static double upper(int trials, int events, double wrongWith) {
        return events >= trials ? 1 : beta(events + 1, trials - events, 1 - wrongWith);
    }

    static double lower(int trials, int events, double wrongWith) {
        return events <= 0 ? 0 : beta(events, trials - events + 1, wrongWith);
    }

    private static double beta(int alpha, int beta, double probability) {
        return new BetaDistribution(null, alpha, beta, BetaDistribution.DEFAULT_INVERSE_ABSOLUTE_ACCURACY)
                .inverseCumulativeProbability(probability);
    }
}
