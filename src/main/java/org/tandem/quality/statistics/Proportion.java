package org.tandem.quality.statistics;

/**
 * A share that was counted.
 *
 * @param some how many of them, at least 0
 * @param all out of how many
 */
public record Proportion(long some, long all) {

    public Proportion {
        if (some < 0 || some > all) {
            throw new IllegalArgumentException("%d cannot be some of %d".formatted(some, all));
        }
    }

    /** In [0, 1]; not a number if there are none. */
    public double estimate() {
        return (double) some / all;
    }

    /** The score interval (Wilson 1927): honest also near 0 and 1 and with few; from 0 to 1 if there are none. */
    public Interval interval(double confidence) {
        double z = Confidence.deviations(confidence);
        if (all == 0) {
            return new Interval(0, 1);
        }
        double share = estimate();
        double centre = share + z * z / (2 * all);
        double reach = z * Math.sqrt(share * (1 - share) / all + z * z / (4.0 * all * all));
        double whole = 1 + z * z / all;
        return new Interval(some == 0 ? 0 : (centre - reach) / whole, some == all ? 1 : (centre + reach) / whole);
    }
}
