package org.tandem.assistant.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The walk from strict to loose that {@link GuaranteedThreshold} is found by. Where it starts and steps depends on the numbers
 * of texts and the order of their scores. It starts where a third of the tolerated errors could be afforded, and not before a
 * quarter of all: among the very surest, one wrong label would shut a gate that is worth opening.
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
        this.bound = RiskBound.of(calibration, inside.size(), tolerance, confidence);
        this.tolerance = tolerance;
    }

    GuaranteedThreshold loosest() {
        var passed = passed();
        return passed.isEmpty()
                ? new GuaranteedThreshold.Shut(whyShut())
                : new GuaranteedThreshold.Open(passed.getLast());
    }

    /** The thresholds up to the first failure, strict to loose. */
    List<Double> passed() {
        var passed = new ArrayList<Double>();
        int next = first();
        int wrong = 0;
        int outsiders = 0;
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
            passed.add(threshold);
            next = i + 1 + step();
        }
        return passed;
    }

    private int step() {
        return Math.max(1, inside.size() / STEPS);
    }

    private int first() {
        int least = firstThatCouldPass();
        for (int count = Math.max(least, inside.size() / FIRST_PART); count <= inside.size(); count += step()) {
            if (bound.upper(count, (int) (count * tolerance / 3), 0) <= tolerance) {
                return count;
            }
        }
        return least;
    }

    private boolean isTied(int i) {
        return i + 1 < inside.size()
                && inside.get(i + 1).risk() == inside.get(i).risk();
    }

    private int firstThatCouldPass() {
        return inside.isEmpty() || bound.upper(inside.size(), 0, 0) > tolerance
                ? inside.size() + 1
                : bisect(0, inside.size(), count -> bound.upper(count, 0, 0) <= tolerance);
    }

    private String whyShut() {
        if (firstThatCouldPass() <= inside.size()) {
            return "the risk of the %d surest of %d labelled inquiries cannot be shown to stay under %s"
                    .formatted(first(), inside.size(), Percent.of(tolerance));
        }
        if (!couldPassWithMore(MOST_MISSING)) {
            return "%d out-of-scope examples are too few to show that the risk stays under %s"
                    .formatted(bound.outside(), Percent.of(tolerance));
        }
        return "%d labelled inquiries are too few for a tolerance of %s, at least %d more are needed"
                .formatted(inside.size(), Percent.of(tolerance), bisect(0, MOST_MISSING, this::couldPassWithMore));
    }

    private boolean couldPassWithMore(int examples) {
        return bound.withMoreInside(examples).upper(inside.size() + examples, 0, 0) <= tolerance;
    }

    /** The least number that passes: without errors, more answers are never worse. */
    private static int bisect(int failing, int passing, IntPredicate passes) {
        int below = failing;
        int least = passing;
        while (least - below > 1) {
            int middle = (below + least) / 2;
            if (passes.test(middle)) {
                least = middle;
            } else {
                below = middle;
            }
        }
        return least;
    }
}
