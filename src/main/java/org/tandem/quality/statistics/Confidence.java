package org.tandem.quality.statistics;

import org.apache.commons.math3.distribution.NormalDistribution;

/** How sure an interval is to be. */
final class Confidence {

    private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

    private Confidence() {}

    /** How many standard errors to either side: 1.96 for 0.95. */
    static double deviations(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("A confidence is between 0 and 1, such as 0.95, not " + confidence);
        }
        return STANDARD.inverseCumulativeProbability((1 + confidence) / 2);
    }
}
