package org.tandem.assistant.guarantee;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * States a risk that comes with a guarantee: the smallest tolerance of a fixed ladder whose {@link GuaranteedThreshold}
 * admits the score. Who answers only what is at or below one tolerance, chosen beforehand, answers exactly what
 * Learn-then-Test lets out, so the tolerance can stand in a decision table. A tolerance between two steps counts as the lower.
 */
public final class GuaranteedRisk {

    private static final double[] TOLERANCES = {.005, .01, .02, .03, .05, .075, .1, .125, .15, .2, .3, .5};
    private static final double NONE = 1;

    /** Per tolerance, the greatest score that it admits; minus infinity when it admits none. */
    private final double[] thresholds;

    private GuaranteedRisk(double[] thresholds) {
        this.thresholds = thresholds;
    }

    /**
     * A tolerance admits no more than the looser ones do, and always up to a score that its own walk has passed: then what it
     * lets out depends on that walk alone, and keeps its promise.
     */
    public static GuaranteedRisk of(Calibration calibration, double confidence) {
        var thresholds = new double[TOLERANCES.length];
        double looser = Double.POSITIVE_INFINITY;
        for (int i = TOLERANCES.length - 1; i >= 0; i--) {
            double most = looser;
            thresholds[i] = new FixedSequence(calibration, TOLERANCES[i], confidence)
                    .passed().stream()
                            .mapToDouble(Double::doubleValue)
                            .filter(threshold -> threshold <= most)
                            .max()
                            .orElse(Double.NEGATIVE_INFINITY);
            looser = thresholds[i];
        }
        return new GuaranteedRisk(thresholds);
    }

    /** The ladder, from strict to loose. */
    public static double[] tolerances() {
        return TOLERANCES.clone();
    }

    /** @return a tolerance in (0, 0.5], or 1 when none admits the score */
    public double of(double score) {
        for (int i = 0; i < thresholds.length; i++) {
            if (score <= thresholds[i]) {
                return TOLERANCES[i];
            }
        }
        return NONE;
    }

    /** Which share of wrong answers can be promised, and what a smaller one would take. */
    public String inWords(Calibration calibration, double confidence) {
        int smallest = 0;
        while (smallest < thresholds.length && thresholds[smallest] == Double.NEGATIVE_INFINITY) {
            smallest++;
        }
        var promise = smallest == thresholds.length
                ? "no share of wrong ones can be promised, so the gate stays shut"
                : "at most %s of them wrong can be promised".formatted(Percent.of(TOLERANCES[smallest]));
        var less = smallest == 0 ? null : GuaranteedThreshold.of(calibration, TOLERANCES[smallest - 1], confidence);
        return less instanceof GuaranteedThreshold.Shut shut ? promise + "; for less, " + shut.why() : promise;
    }

    public void write(DataOutputStream out) throws IOException {
        out.writeInt(thresholds.length);
        for (var threshold : thresholds) {
            out.writeDouble(threshold);
        }
    }

    public static GuaranteedRisk read(DataInputStream in) throws IOException {
        var thresholds = new double[in.readInt()];
        for (var i = 0; i < thresholds.length; i++) {
            thresholds[i] = in.readDouble();
        }
        if (thresholds.length != TOLERANCES.length) {
            throw new IOException("%d thresholds instead of %d".formatted(thresholds.length, TOLERANCES.length));
        }
        return new GuaranteedRisk(thresholds);
    }

    @Override
    public String toString() {
        return Arrays.toString(thresholds);
    }
}
