package org.tandem.quality.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How far two reviewers of the same answers agree beyond chance: Cohen's kappa (1960). */
public final class Agreement {

    private final double[][] shares;
    private final long pairs;

    /** @param counts how many were put into category i by the first and into j by the second; a square */
    public Agreement(long[][] counts) {
        pairs = Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
        shares = Arrays.stream(counts)
                .map(row -> Arrays.stream(row)
                        .mapToDouble(count -> (double) count / pairs)
                        .toArray())
                .toArray(double[][]::new);
    }

    /** How many were reviewed twice. */
    public long pairs() {
        return pairs;
    }

    /** From -1 to 1, which is full agreement; 0 is chance. Not a number if all are in one category, for then chance agrees as well. */
    public double kappa() {
        double expected = expected();
        return expected == 1 ? Double.NaN : (observed() - expected) / (1 - expected);
    }

    /** By the standard error for large numbers of Fleiss, Cohen and Everitt (1969); from -1 to 1 where there is no kappa. */
    public Interval interval(double confidence) {
        double kappa = kappa();
        double reach = Confidence.deviations(confidence) * standardError();
        return Double.isNaN(kappa)
                ? new Interval(-1, 1)
                : new Interval(Math.max(-1, kappa - reach), Math.min(1, kappa + reach));
    }

    double standardError() {
        double observed = observed();
        double expected = expected();
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            for (int j = 0; j < shares.length; j++) {
                double each = i == j
                        ? 1 - expected - (column(i) + row(i)) * (1 - observed)
                        : (1 - observed) * (column(i) + row(j));
                sum += shares[i][j] * each * each;
            }
        }
        double mean = observed * expected - 2 * expected + observed;
        return Math.sqrt(Math.max(0, sum - mean * mean) / pairs) / ((1 - expected) * (1 - expected));
    }

    private double observed() {
        return IntStream.range(0, shares.length).mapToDouble(i -> shares[i][i]).sum();
    }

    private double expected() {
        return IntStream.range(0, shares.length)
                .mapToDouble(i -> row(i) * column(i))
                .sum();
    }

    private double row(int i) {
        return Arrays.stream(shares[i]).sum();
    }

    private double column(int j) {
        return Arrays.stream(shares).mapToDouble(row -> row[j]).sum();
    }
}
