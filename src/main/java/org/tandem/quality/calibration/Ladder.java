package org.tandem.quality.calibration;

import java.util.Arrays;
import java.util.List;
import org.tandem.assistant.classifier.Logistic;
import org.tandem.assistant.guarantee.GuaranteedRisk;

/**
 * For each tolerance of the ladder of {@link GuaranteedRisk} the greatest risk that keeps it, proven on labelled cases. Whoever answers
 * only what is at or below one tolerance, chosen beforehand, keeps it with the confidence that was asked for.
 *
 * @param chances tells from a judgement's figures how probably its topic is right
 * @param thresholds from strict to loose; minus infinity where nothing can be proven
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Ladder(Logistic chances, double[] thresholds) {

    private static final double NONE = 1;

    /**
     * A tolerance admits no more than the looser ones do, and always up to a risk that its own walk has passed: then what it lets out
     * depends on that walk alone, and keeps its promise.
     *
     * @param seen at least one case
     * @param allowance probability, in (0, 1), that the promise is not kept
     * @param strictness by which each tolerance is multiplied first, in (0, 1]
     */
    public static Ladder of(List<LabelledCase> seen, double allowance, double strictness) {
        var fitted = Fitted.of(seen);
        double[] tolerances = GuaranteedRisk.tolerances();
        var thresholds = new double[tolerances.length];
        double looser = Double.POSITIVE_INFINITY;
        for (int i = tolerances.length - 1; i >= 0; i--) {
            double most = looser;
            looser = new Walk(fitted, strictness * tolerances[i])
                    .passed(allowance).stream()
                            .mapToDouble(Double::doubleValue)
                            .filter(risk -> risk <= most)
                            .max()
                            .orElse(Double.NEGATIVE_INFINITY);
            thresholds[i] = looser;
        }
        return new Ladder(fitted.chances(), thresholds);
    }

    /** Probability, 0 to 1, of being wrong. Made before there were more figures, it looks at those that it knows. */
    public double risk(double[] figures) {
        return 1 - chances.probability(Arrays.copyOf(figures, chances.weights().length - 1));
    }

    /** The greatest risk that is answered with the tolerance; minus infinity if nothing is. */
    public double threshold(double tolerance) {
        double[] tolerances = GuaranteedRisk.tolerances();
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < thresholds.length && tolerances[i] <= tolerance; i++) {
            greatest = thresholds[i];
        }
        return greatest;
    }

    /** @return a tolerance in (0, 0.5], or 1 when none admits it */
    public double guaranteedRisk(double[] figures) {
        double risk = risk(figures);
        double[] tolerances = GuaranteedRisk.tolerances();
        for (int i = 0; i < thresholds.length; i++) {
            if (risk <= thresholds[i]) {
                return tolerances[i];
            }
        }
        return NONE;
    }

    /** The smallest tolerance with which anything can be answered, or 1 without any. */
    public double smallest() {
        double[] tolerances = GuaranteedRisk.tolerances();
        for (int i = 0; i < thresholds.length; i++) {
            if (thresholds[i] > Double.NEGATIVE_INFINITY) {
                return tolerances[i];
            }
        }
        return NONE;
    }
}
