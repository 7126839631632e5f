package org.tandem.quality.calibration;

import org.apache.commons.math3.distribution.GammaDistribution;

/**
 * Upper bound of a share of which each case that was seen stands for several: the gamma interval for weighted sums of rare events (Fay
 * and Feuer 1997, as modified by Tiwari, Clegg and Zou 2006, where the event that just was not seen has the mean weight instead of the
 * greatest). With equal weights it is the exact bound of a Poisson number.
 */
final class WeightedBound {

    private int cases;
    private double all;
    private double allSquares;
    private double events;
    private double eventSquares;

    void add(double weight, boolean event) {
        cases++;
        all += weight;
        allSquares += weight * weight;
        if (event) {
            events += weight;
            eventSquares += weight * weight;
        }
    }

    /** @param allowance probability that the share is greater */
    double upper(double allowance) {
        if (cases == 0) {
            return 1;
        }
        double mean = events + all / cases;
        double variance = eventSquares + allSquares / cases;
        return Math.min(
                1,
                new GammaDistribution(null, mean * mean / variance, variance / mean, 1e-6)
                                .inverseCumulativeProbability(1 - allowance)
                        / all);
    }
}
