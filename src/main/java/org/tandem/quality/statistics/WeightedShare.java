package org.tandem.quality.statistics;

import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * A share of answers of which some were drawn for an audit, each with a probability π that was known before the draw, and each standing
 * for 1/π of them. Given by sums, so that a database can add them up.
 *
 * <p>The estimate is Hájek's (1971), the sum of the weights of the wrong ones over the sum of all weights: unlike that of Horvitz and
 * Thompson (1952) it lies in [0, 1], and answers that were drawn but not reviewed yet do not make it too small.
 *
 * @param audits how many were drawn and reviewed
 * @param weights sum of their 1/π
 * @param squares sum of their 1/π²
 * @param wrongWeights sum of the 1/π of the wrong ones
 * @param wrongSquares sum of the 1/π² of the wrong ones
 */
public record WeightedShare(long audits, double weights, double squares, double wrongWeights, double wrongSquares) {

    public static final WeightedShare NOTHING = new WeightedShare(0, 0, 0, 0, 0);

    public WeightedShare plus(double drawn, boolean wrong) {
        double weight = 1 / drawn;
        return new WeightedShare(
                audits + 1,
                weights + weight,
                squares + weight * weight,
                wrongWeights + (wrong ? weight : 0),
                wrongSquares + (wrong ? weight * weight : 0));
    }

    /** Of both together. */
    public WeightedShare plus(WeightedShare other) {
        return new WeightedShare(
                audits + other.audits,
                weights + other.weights,
                squares + other.squares,
                wrongWeights + other.wrongWeights,
                wrongSquares + other.wrongSquares);
    }

    /** In [0, 1]; not a number without audits. */
    public double estimate() {
        return audits == 0 ? Double.NaN : Math.min(1, wrongWeights / weights);
    }

    /**
     * The exact interval of Clopper and Pearson at the effective number of audits, as Korn and Graubard (1998) have it for surveys. That
     * number is the smaller of what the variance says and what the weights say (Kish 1965): with few wrong ones the variance alone would
     * promise too much, for it has not seen the heavy ones that might have been wrong.
     */
    public Interval interval(double confidence) {
        Confidence.deviations(confidence);
        if (audits == 0) {
            return new Interval(0, 1);
        }
        double effective = effectiveAudits();
        double wrong = effective * estimate();
        double allowance = (1 - confidence) / 2;
        return new Interval(
                wrong <= 0 ? 0 : beta(wrong, effective - wrong + 1).inverseCumulativeProbability(allowance),
                effective - wrong <= 0
                        ? 1
                        : beta(wrong + 1, effective - wrong).inverseCumulativeProbability(1 - allowance));
    }

    /** So many audits with equal chances would say as much. */
    double effectiveAudits() {
        double byWeights = weights * weights / squares;
        double share = estimate();
        double variance = ((1 - 2 * share) * wrongSquares + share * share * squares) / (weights * weights);
        return variance <= 0 ? byWeights : Math.min(byWeights, share * (1 - share) / variance);
    }

    private static BetaDistribution beta(double alpha, double beta) {
        return new BetaDistribution(null, alpha, beta, BetaDistribution.DEFAULT_INVERSE_ABSOLUTE_ACCURACY);
    }
}
