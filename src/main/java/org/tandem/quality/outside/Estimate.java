package org.tandem.quality.outside;

import java.util.Locale;

/**
 * A share of inquiries outside every topic.
 *
 * @param share in [0, 1]; not a number while it cannot be told
 * @param low lower end of the interval that holds the true share in 95 of 100 cases
 * @param high its upper end
 * @param said for how many people have said what they were about
 * @param audits how many answers of the AI were audited
 * @param all how many inquiries it is about
 */
public record Estimate(double share, double low, double high, int said, int audits, int all) {

    private static final int ENOUGH = 200;
    private static final double NARROW = 0.1;

    /** Whether a promise may rest on it: 200 labels, and an interval of at most 10 points. */
    public boolean isEnough() {
        return said + audits >= ENOUGH && high - low <= NARROW;
    }

    /** For the start log and for pages. */
    public String inWords() {
        return Double.isNaN(share)
                ? String.format(
                        Locale.ROOT,
                        "Nobody knows yet which share of inquiries is about none of the topics: people have said of %,d of %,d what they"
                                + " were about",
                        said,
                        all)
                : String.format(
                        Locale.ROOT,
                        "%.1f %% of inquiries are about none of the topics (95 %% confidence: %.1f to %.1f %%), from"
                                + " %,d that people answered and %,d audits of %,d inquiries%s",
                        100 * share,
                        100 * low,
                        100 * high,
                        said,
                        audits,
                        all,
                        isEnough()
                                ? "; what is learned next rests on the upper end"
                                : "; that is not enough to rest a promise on, which takes %d labels and an interval of %.0f points, so the setting holds"
                                        .formatted(ENOUGH, 100 * NARROW));
    }
}
