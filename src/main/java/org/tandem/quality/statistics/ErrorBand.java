package org.tandem.quality.statistics;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.special.Beta;

/**
 * Between which shares the true share of wrong answers lies, at every moment at once: looking after each audit, as often as one likes,
 * makes neither bound wrong with more than its allowance. A confidence sequence by the method of mixtures (Robbins 1970; Howard,
 * Ramdas, McAuliffe, Sekhon 2021, beta-binomial): a bound is where a mixture of all shares on its other side is 1 / allowance times as
 * likely as the bound itself.
 */
public final class ErrorBand {

    /** The uniform mixture spends equal parts on all shares; errors are rare, so a half leans to the small ones. */
    private static final double ALPHA = 0.5;

    private static final double BETA = 0.5;
    private static final int BISECTIONS = 40;

    private final double barrier;
    private int audits;
    private int wrong;

    /** @param allowance probability, in (0, 1), that one of the bounds is ever wrong; each gets half of it */
    public ErrorBand(double allowance) {
        this.barrier = Math.log(2 / allowance);
    }

    public void observe(boolean isWrong) {
        audits++;
        wrong += isWrong ? 1 : 0;
    }

    public double estimate() {
        return audits == 0 ? Double.NaN : (double) wrong / audits;
    }

    /** Whether a share is on the wrong side of a bound. */
    boolean excludes(double share) {
        double seen = estimate();
        return (share > seen && evidenceOfLess(share) >= barrier) || (share < seen && evidenceOfMore(share) >= barrier);
    }

    /** In (0, 1]. */
    public double upper() {
        if (wrong == audits) {
            return 1;
        }
        double below = (double) wrong / audits;
        double above = 1;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (below + above) / 2;
            if (evidenceOfLess(middle) >= barrier) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return above;
    }

    /** In [0, 1). */
    public double lower() {
        if (wrong == 0) {
            return 0;
        }
        double below = 0;
        double above = (double) wrong / audits;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (below + above) / 2;
            if (evidenceOfMore(middle) >= barrier) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return below;
    }

    /** Logarithm of how much likelier shares below are than this one. */
    private double evidenceOfLess(double share) {
        return evidence(
                share,
                posterior().cumulativeProbability(share),
                new BetaDistribution(null, ALPHA, BETA).cumulativeProbability(share));
    }

    private double evidenceOfMore(double share) {
        return evidence(
                share,
                1 - posterior().cumulativeProbability(share),
                1 - new BetaDistribution(null, ALPHA, BETA).cumulativeProbability(share));
    }

    private double evidence(double share, double posteriorPart, double priorPart) {
        int right = audits - wrong;
        return Beta.logBeta(ALPHA + wrong, BETA + right)
                - Beta.logBeta(ALPHA, BETA)
                + Math.log(posteriorPart)
                - Math.log(priorPart)
                - wrong * Math.log(share)
                - right * Math.log1p(-share);
    }

    private BetaDistribution posterior() {
        return new BetaDistribution(null, ALPHA + wrong, BETA + audits - wrong);
    }
}
