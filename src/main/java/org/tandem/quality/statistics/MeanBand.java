package org.tandem.quality.statistics;

/**
 * Between which values a mean of numbers in [0, 1] lies, at every moment at once, without knowing how they are spread: the predictable
 * plug-in empirical Bernstein confidence sequence (Waudby-Smith, Ramdas 2024, arXiv 2010.09686, theorem 2), which is the one of Howard,
 * Ramdas, McAuliffe, Sekhon (2021, theorem 4) with bets that follow the spread seen so far. What a bound has once excluded stays excluded.
 */
public final class MeanBand {

    private static final double GREATEST_BET = 0.5;

    private final double barrier;
    private double lower;
    private double upper = 1;
    private long seen;
    private double sum;
    private double squares;
    private double bets;
    private double weighted;
    private double paid;

    /** @param allowance probability, in (0, 1), with which each bound for itself is ever wrong */
    public MeanBand(double allowance) {
        if (!(allowance > 0 && allowance < 1)) {
            throw new IllegalArgumentException("An allowance is between 0 and 1, not %s".formatted(allowance));
        }
        this.barrier = Math.log(1 / allowance);
    }

    /** @param value in [0, 1] */
    public void observe(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("A value has to be between 0 and 1, not %s".formatted(value));
        }
        double guess = (0.5 + sum) / (seen + 1);
        double spread = (0.25 + squares) / (seen + 1);
        seen++;
        double bet = Math.min(GREATEST_BET, Math.sqrt(2 * barrier / (spread * seen * Math.log1p(seen))));
        bets += bet;
        weighted += bet * value;
        paid += (value - guess) * (value - guess) * (-Math.log1p(-bet) - bet);
        sum += value;
        double mean = (0.5 + sum) / (seen + 1);
        squares += (value - mean) * (value - mean);
        double half = (barrier + paid) / bets;
        lower = Math.max(lower, weighted / bets - half);
        upper = Math.min(upper, weighted / bets + half);
    }

    public long seen() {
        return seen;
    }

    /** The plain mean, NaN before the first value. */
    public double mean() {
        return seen == 0 ? Double.NaN : sum / seen;
    }

    public double lower() {
        return lower;
    }

    public double upper() {
        return upper;
    }
}
