package org.tandem.quality.statistics;

/** A range in which something is believed to lie, with the confidence that whoever made it was asked for. */
public record Interval(double lower, double upper) {

    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("An interval goes up, not from %s to %s".formatted(lower, upper));
        }
    }
}
