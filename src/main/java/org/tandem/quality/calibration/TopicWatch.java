package org.tandem.quality.calibration;

import java.util.Arrays;

/**
 * Notices that answers about a topic have become wrong more often than their stated risk says: an e-detector, the mean of two in the form
 * of CUSUM (Page 1954; Shin, Ramdas, Rinaldo 2022), on every inquiry that a person has labelled, those that were handed over included.
 * Each counts against its own stated risk, so it does not matter how it came to be seen, if not what came of it chose it. One waits for a
 * change by which a topic becomes somewhat worse, the other for one that turns it over.
 *
 * <p>A topic whose stated risks are exactly right is shut within 2,500 labels in at most {@link org.tandem.quality.Guardrail#ALLOWANCE} of
 * the runs (TopicWatchTest).
 */
public final class TopicWatch {

    /** The odds of being wrong have become so many times as great. */
    private static final double[] ODDS = {6, 60};

    /** So many times as probable has a change to be. */
    private static final double LIMIT = 10_000;

    private static final double NEAR_THRESHOLD = 3;

    private final double[] evidence = new double[ODDS.length];

    /**
     * Labels just above the threshold tell of the topic, too; those far above were never to be answered.
     *
     * @param risk in parts of the greatest risk that is answered
     */
    public static boolean looksAt(double risk) {
        return risk <= NEAR_THRESHOLD;
    }

    /**
     * Hears of the next labelled inquiry, and says whether the topic has changed.
     *
     * @param risk that was stated, 0 to 1
     */
    public boolean hasChanged(double risk, boolean wrong) {
        double stated = Math.clamp(risk, 0.003, 0.997);
        for (int i = 0; i < ODDS.length; i++) {
            evidence[i] = Math.max(1, evidence[i]) * (wrong ? ODDS[i] : 1) / (1 - stated + ODDS[i] * stated);
        }
        return mean() >= LIMIT;
    }

    /** 0 to 1. */
    public double suspicion() {
        return Math.clamp(Math.log(mean()) / Math.log(LIMIT), 0, 1);
    }

    private double mean() {
        return Arrays.stream(evidence).average().orElseThrow();
    }
}
