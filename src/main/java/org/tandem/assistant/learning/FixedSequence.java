package org.tandem.assistant.learning;

import java.util.Comparator;
import java.util.List;

/**
 * The walk from strict to loose that {@link GuaranteedThreshold} is found by. It starts at the first count of answers that
 * could pass without an error, but not before a quarter of all: among the very surest, one wrong label would shut a gate
 * that is worth opening.
 */
final class FixedSequence {

    private static final int FIRST_PART = 4;
    private static final int STEPS = 200;
    private static final int MOST_MISSING = 1_000_000;

    private final List<Calibration.Case> inside;
    private final double[] outside;
    private final RiskBound bound;
    private final double tolerance;

    FixedSequence(Calibration calibration, double tolerance, double confidence) {
        this.inside = calibration.inside().stream()
                .sorted(Comparator.comparingDouble(Calibration.Case::risk))
                .toList();
        this.outside = calibration.outside().stream()
                .mapToDouble(Calibration.Case::risk)
                .sorted()
                .toArray();
        this.bound = RiskBound.of(calibration, confidence);
        this.tolerance = tolerance;
    }

    GuaranteedThreshold loosest() {
        int first = firstThatCouldPass();
        if (first > inside.size()) {
            return tooFewExamples();
        }
        first = Math.max(first, inside.size() / FIRST_PART);
        int step = Math.max(1, inside.size() / STEPS);
        GuaranteedThreshold passed = new GuaranteedThreshold.Shut(
                "the risk of the %d surest of %d labelled inquiries cannot be shown to stay under %s"
                        .formatted(first, inside.size(), Percent.of(tolerance)));
        int wrong = 0;
        int outsiders = 0;
        int next = first;
        for (int i = 0; i < inside.size(); i++) {
            wrong += inside.get(i).right() ? 0 : 1;
            if (i + 1 < next || isTied(i)) {
                continue;
            }
            double threshold = inside.get(i).risk();
            while (outsiders < outside.length && outside[outsiders] <= threshold) {
                outsiders++;
            }
            if (bound.upper(i + 1, wrong, outsiders) > tolerance) {
                return passed;
            }
            passed = new GuaranteedThreshold.Open(threshold);
            next = i + 1 + step;
        }
        return passed;
    }

    private boolean isTied(int i) {
        return i + 1 < inside.size()
                && inside.get(i + 1).risk() == inside.get(i).risk();
    }

    /** By bisection: without errors, the more answers the lower the bound. */
    private int firstThatCouldPass() {
        int failing = 0;
        int passing = inside.size();
        if (passing == 0 || bound.upper(passing, 0, 0) > tolerance) {
            return inside.size() + 1;
        }
        while (passing - failing > 1) {
            int middle = (failing + passing) / 2;
            if (bound.upper(middle, 0, 0) <= tolerance) {
                passing = middle;
            } else {
                failing = middle;
            }
        }
        return passing;
    }

    private GuaranteedThreshold tooFewExamples() {
        int missing = 1;
        while (missing < MOST_MISSING && withMore(missing) > tolerance) {
            missing *= 2;
        }
        if (missing >= MOST_MISSING) {
            return new GuaranteedThreshold.Shut(
                    "%d out-of-scope examples are too few to show that the risk stays under %s"
                            .formatted(bound.outside(), Percent.of(tolerance)));
        }
        int tooFew = missing / 2;
        while (missing - tooFew > 1) {
            int middle = (missing + tooFew) / 2;
            if (withMore(middle) <= tolerance) {
                missing = middle;
            } else {
                tooFew = middle;
            }
        }
        return new GuaranteedThreshold.Shut(
                "%d labelled inquiries are too few for a tolerance of %s, at least %d more are needed"
                        .formatted(inside.size(), Percent.of(tolerance), missing));
    }

    private double withMore(int examples) {
        return new RiskBound(bound.inside() + examples, bound.outside(), bound.share(), bound.confidence())
                .upper(inside.size() + examples, 0, 0);
    }
}
