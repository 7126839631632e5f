package org.tandem.quality.statistics;

/**
 * CSAT: the share of satisfied customers (a 4 or a 5 of 5), of whom only those are known who answered. Who does not answer may think
 * otherwise, so the share of all who were asked is known within bounds only, however many there are (Manski 1989).
 *
 * @param satisfied how many gave a 4 or a 5
 * @param answered how many gave any rating
 * @param asked how many were asked for one
 */
public record Satisfaction(long satisfied, long answered, long asked) {

    public Satisfaction {
        if (satisfied < 0 || satisfied > answered || answered > asked) {
            throw new IllegalArgumentException("Of %d who were asked %d cannot have answered and %d be satisfied"
                    .formatted(asked, answered, satisfied));
        }
    }

    /** Of those who answered. */
    public Proportion ofAnswers() {
        return new Proportion(satisfied, answered);
    }

    public Proportion responses() {
        return new Proportion(answered, asked);
    }

    /** Of all who were asked, if nobody of the silent is satisfied. */
    public Proportion worst() {
        return new Proportion(satisfied, asked);
    }

    /** Of all who were asked, if all of the silent are satisfied. */
    public Proportion best() {
        return new Proportion(satisfied + asked - answered, asked);
    }

    /** From the worst case to the best one, each with what chance may have done: it holds whatever the silent think. */
    public Interval bounds(double confidence) {
        return new Interval(
                worst().interval(confidence).lower(),
                best().interval(confidence).upper());
    }
}
