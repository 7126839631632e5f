package org.tandem.quality.numbers;

import java.math.BigDecimal;
import java.util.Arrays;
import org.tandem.quality.statistics.Proportion;
import org.tandem.quality.statistics.Satisfaction;
import org.tandem.quality.statistics.WeightedShare;

/** What some cases come to together. */
public final class Sums {

    private final long[] counts = new long[Count.values().length];
    private final Times times = Times.none();
    private long scores;
    private BigDecimal aiCost = BigDecimal.ZERO;
    private BigDecimal humanCost = BigDecimal.ZERO;
    private WeightedShare audited = WeightedShare.NOTHING;

    Sums() {}

    void count(Count what, long cases) {
        counts[what.ordinal()] += cases;
    }

    void rated(long sumOfScores) {
        scores += sumOfScores;
    }

    void cost(BigDecimal ai, BigDecimal human) {
        aiCost = aiCost.add(ai);
        humanCost = humanCost.add(human);
    }

    void audited(WeightedShare more) {
        audited = new WeightedShare(
                audited.audits() + more.audits(),
                audited.weights() + more.weights(),
                audited.squares() + more.squares(),
                audited.wrongWeights() + more.wrongWeights(),
                audited.wrongSquares() + more.wrongSquares());
    }

    Sums add(Sums more) {
        Arrays.setAll(counts, at -> counts[at] + more.counts[at]);
        times.add(more.times);
        rated(more.scores);
        cost(more.aiCost, more.humanCost);
        audited(more.audited);
        return this;
    }

    public long count(Count what) {
        return counts[what.ordinal()];
    }

    public Proportion share(Count some, Count all) {
        return new Proportion(count(some), count(all));
    }

    public Satisfaction satisfaction() {
        return new Satisfaction(count(Count.SATISFIED), count(Count.RATED), count(Count.ASKED));
    }

    /** Mean rating, 1 to 5; not a number without one. */
    public double meanRating() {
        return (double) scores / count(Count.RATED);
    }

    public Times times() {
        return times;
    }

    /** Of the settled cases, in the currency's minor unit. */
    public BigDecimal aiCost() {
        return aiCost;
    }

    /** Of the settled cases, in the currency's minor unit. */
    public BigDecimal humanCost() {
        return humanCost;
    }

    /** The share of wrong ones among automatic answers, from those that were audited. */
    public WeightedShare audited() {
        return audited;
    }
}
