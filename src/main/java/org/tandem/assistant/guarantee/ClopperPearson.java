package org.tandem.assistant.guarantee;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * Exact one-sided bounds on the probability of an event that was seen some times in independent trials. Each is on the wrong
 * side of the truth with at most the given probability, whatever the truth is (Clopper and Pearson 1934).
 */
final class ClopperPearson {

    /** Each takes a search, and who looks for a threshold asks for the same ones again and again. */
    private static final LoadingCache<Quantile, Double> QUANTILES =
            Caffeine.newBuilder().maximumSize(20_000).build(Quantile::found);

    private ClopperPearson() {}

    static double upper(int trials, int events, double wrongWith) {
        return events >= trials ? 1 : QUANTILES.get(new Quantile(events + 1, trials - events, 1 - wrongWith));
    }

    static double lower(int trials, int events, double wrongWith) {
        return events <= 0 ? 0 : QUANTILES.get(new Quantile(events, trials - events + 1, wrongWith));
    }

    /** Of the beta distribution. */
    private record Quantile(int alpha, int beta, double probability) {

        double found() {
            return new BetaDistribution(null, alpha, beta, BetaDistribution.DEFAULT_INVERSE_ABSOLUTE_ACCURACY)
                    .inverseCumulativeProbability(probability);
        }
    }
}
