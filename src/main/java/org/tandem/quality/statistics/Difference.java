package org.tandem.quality.statistics;

/**
 * By how much one share is greater than another, of cases that have nothing to do with each other. Its interval is put together of theirs
 * (Newcombe 1998, method 10; for any two intervals Zou and Donner 2008): unlike the usual one it is honest also near 0 and 1 and with few.
 *
 * @param estimate in [-1, 1]; not a number if one of the shares is none
 */
public record Difference(double estimate, Interval interval) {

    public static Difference of(Proportion one, Proportion other, double confidence) {
        return of(one.estimate(), one.interval(confidence), other.estimate(), other.interval(confidence));
    }

    public static Difference of(WeightedShare one, WeightedShare other, double confidence) {
        return of(one.estimate(), one.interval(confidence), other.estimate(), other.interval(confidence));
    }

    private static Difference of(double one, Interval oneWithin, double other, Interval otherWithin) {
        double difference = one - other;
        return Double.isNaN(difference)
                ? new Difference(difference, new Interval(-1, 1))
                : new Difference(
                        difference,
                        new Interval(
                                difference - Math.hypot(one - oneWithin.lower(), otherWithin.upper() - other),
                                difference + Math.hypot(oneWithin.upper() - one, other - otherWithin.lower())));
    }

    /** Whether chance alone would hardly make it. */
    public boolean isCertain() {
        return interval.lower() > 0 || interval.upper() < 0;
    }
}
