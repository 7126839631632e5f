package org.tandem.quality.statistics;

import java.util.Arrays;

/**
 * Bounds from above how many of all answers so far were wrong, when each was audited with a probability that was known beforehand. It
 * supposes nothing about the answers: they may depend on each other and on earlier audits, and become worse; chance is only in the draws.
 *
 * <p>For an answer that is wrong and audited with probability π, {@code exp(λ)} times {@code (exp(-λ) - 1 + π) / π} if it is drawn, 1 if
 * not, has the mean 1. The product over all answers is a martingale, so it stays under 1 / allowance for ever (Ville 1939); so does a
 * mixture over several λ. The estimate is the one of Horvitz and Thompson (1952).
 */
public final class WrongTotal {

    /** Parts of the greatest λ that can be afforded. Great ones serve few errors, small ones many. */
    private static final double[] PARTS = {0.1, 0.2, 0.35, 0.5, 0.7, 0.9, 0.98};

    private static final int BISECTIONS = 50;

    private final double leastShare;
    private final double barrier;
    private final double[] lambdas;
    private final double[] found;
    private long answers;
    private long audits;
    private double estimate;

    /**
     * @param leastShare the least probability in (0, 1) with which an answer is audited
     * @param allowance probability in (0, 1) that the bound is ever wrong
     */
    public WrongTotal(double leastShare, double allowance) {
        this.leastShare = leastShare;
        this.barrier = Math.log(1 / allowance);
        this.lambdas = Arrays.stream(PARTS)
                .map(part -> -part * Math.log1p(-leastShare))
                .toArray();
        this.found = new double[PARTS.length];
    }

    /** An answer that was not drawn for an audit. */
    public void notAudited() {
        answers++;
    }

    /**
     * An answer that was drawn for an audit.
     *
     * @param share with which probability
     */
    public void audited(double share, boolean wrong) {
        if (!(share >= leastShare && share <= 1)) {
            throw new IllegalArgumentException(
                    "An answer is audited with a probability of %s to 1, not %s".formatted(leastShare, share));
        }
        answers++;
        audits++;
        if (wrong) {
            estimate += 1 / share;
            for (int i = 0; i < lambdas.length; i++) {
                found[i] -= Math.log((Math.expm1(-lambdas[i]) + share) / share);
            }
        }
    }

    public long answers() {
        return answers;
    }

    public long audits() {
        return audits;
    }

    /** Of how many answers were wrong, without bias. */
    public double estimate() {
        return estimate;
    }

    /** At most so many of the answers were wrong. */
    public double upper() {
        double kept = 0;
        double broken = answers;
        if (!excludes(broken)) {
            return answers;
        }
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (kept + broken) / 2;
            if (excludes(middle)) {
                broken = middle;
            } else {
                kept = middle;
            }
        }
        return broken;
    }

    /** Whether it is too many to be believed. */
    boolean excludes(double wrong) {
        return logMixture(wrong) >= barrier;
    }

    private double logMixture(double wrong) {
        var logs = new double[lambdas.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = lambdas[i] * wrong - found[i];
        }
        double greatest = Arrays.stream(logs).max().orElseThrow();
        return greatest
                + Math.log(
                        Arrays.stream(logs).map(log -> Math.exp(log - greatest)).sum() / logs.length);
    }
}
