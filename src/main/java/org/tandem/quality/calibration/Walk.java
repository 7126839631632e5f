package org.tandem.quality.calibration;

import java.util.ArrayList;
import java.util.List;

/**
 * Walks from strict to loose thresholds until the bound on the share of wrong answers exceeds the tolerance (Learn-then-Test, fixed
 * sequence, Angelopoulos et al. 2021). The cases stand for the real mix of inquiries, by their weights.
 */
final class Walk {

    private static final int STEPS = 60;

    /**
     * Audited answers stand for many, but few of them cannot prove much. Cutting their weight errs on the safe side: what was handed over
     * is riskier than what was answered, and then counts for more than its share.
     */
    private static final double HEAVIEST = 10;

    private static final double CASES_TO_SPARE = 15;

    /** Among the very surest one wrong label can end the walk, so there are two, with a part of the allowance each. */
    private static final int FIRST_START = 5;

    private static final int SECOND_START = 2;
    private static final double FOR_FIRST_START = 0.3;

    private final List<Fitted.Case> cases;
    private final double tolerance;

    /** @param tolerance greatest accepted share of wrong answers, in (0, 1) */
    Walk(Fitted fitted, double tolerance) {
        this.tolerance = tolerance;
        double heaviest = Math.clamp(fitted.cases().size() * tolerance / CASES_TO_SPARE, 1, HEAVIEST);
        this.cases = fitted.cases().stream()
                .map(one -> new Fitted.Case(one.risk(), one.right(), Math.min(heaviest, one.weight())))
                .toList();
    }

    /** The risks up to which may be answered. */
    List<Double> passed(double allowance) {
        double answerable = cases.stream()
                .filter(Fitted.Case::right)
                .mapToDouble(Fitted.Case::weight)
                .sum();
        if (answerable / SECOND_START <= leastToPass(allowance)) {
            return from(leastToPass(allowance), allowance);
        }
        double first = FOR_FIRST_START * allowance;
        double second = allowance - first;
        var passed = new ArrayList<>(from(Math.max(leastToPass(first), answerable / FIRST_START), first));
        passed.addAll(from(Math.max(leastToPass(second), answerable / SECOND_START), second));
        return passed;
    }

    private List<Double> from(double start, double allowance) {
        double step = cases.stream().mapToDouble(Fitted.Case::weight).sum() / STEPS;
        var bound = new WeightedBound();
        var passed = new ArrayList<Double>();
        double covered = 0;
        double next = start;
        for (var one : cases) {
            bound.add(one.weight(), !one.right());
            covered += one.weight();
            if (covered < next) {
                continue;
            }
            if (bound.upper(allowance) > tolerance) {
                break;
            }
            passed.add(one.risk());
            next = covered + step;
        }
        return passed;
    }

    /** So many without an error would just do. */
    private double leastToPass(double allowance) {
        return -Math.log(allowance) / tolerance;
    }
}
