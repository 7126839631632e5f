package org.tandem.quality.rehearsal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tandem.assistant.classifier.Logistic;

/**
 * Makes a gate from what people have labelled: fits the risk to it, states the risk of each case by a fit without it, and walks from
 * strict to loose thresholds until the bound on the share of wrong answers exceeds the tolerance (Learn-then-Test, fixed sequence,
 * Angelopoulos et al. 2021). The cases stand for the real mix of inquiries, by their weights.
 */
final class Calibrator {

    private static final int PARTS = 4;
    private static final double SHRINKAGE = 1;
    private static final int STEPS = 60;
    private static final int LEAST_RIGHT_AND_WRONG = 5;

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

    private final double tolerance;

    /** @param tolerance greatest accepted share of wrong answers, in (0, 1) */
    Calibrator(double tolerance) {
        this.tolerance = tolerance;
    }

    /** A gate, or none if nothing can be answered with that allowance. */
    Optional<Gate> gate(List<Seen> seen, double allowance) {
        long rightOnes = seen.stream().filter(Seen::right).count();
        if (Math.min(rightOnes, seen.size() - rightOnes) < LEAST_RIGHT_AND_WRONG) {
            return Optional.empty();
        }
        double[][] figures = seen.stream().map(one -> one.judgement().figures()).toArray(double[][]::new);
        var right = new boolean[figures.length];
        var equally = new double[figures.length]; // few heavy cases would rule the fit
        for (int i = 0; i < figures.length; i++) {
            right[i] = seen.get(i).right();
            equally[i] = 1;
        }
        var fits = IntStream.range(0, PARTS)
                .mapToObj(part -> Logistic.fit(figures, right, equally, i -> i % PARTS != part, SHRINKAGE))
                .toList();
        double heaviest = Math.clamp(seen.size() * tolerance / CASES_TO_SPARE, 1, HEAVIEST);
        var cases = IntStream.range(0, figures.length)
                .mapToObj(i -> new Case(
                        1 - fits.get(i % PARTS).probability(figures[i]),
                        right[i],
                        Math.min(heaviest, seen.get(i).weight())))
                .sorted(Comparator.comparingDouble(Case::risk))
                .toList();
        double threshold = threshold(cases, allowance);
        return threshold < 0
                ? Optional.empty()
                : Optional.of(new Gate(Logistic.fit(figures, right, equally, i -> true, SHRINKAGE), threshold));
    }

    /** The greatest risk that may be answered, or -1 if none. */
    private double threshold(List<Case> cases, double allowance) {
        double answerable =
                cases.stream().filter(Case::right).mapToDouble(Case::weight).sum();
        if (answerable / SECOND_START <= leastToPass(allowance)) {
            return walk(cases, leastToPass(allowance), allowance);
        }
        double first = FOR_FIRST_START * allowance;
        double second = allowance - first;
        return Math.max(
                walk(cases, Math.max(leastToPass(first), answerable / FIRST_START), first),
                walk(cases, Math.max(leastToPass(second), answerable / SECOND_START), second));
    }

    private double walk(List<Case> cases, double start, double allowance) {
        double step = cases.stream().mapToDouble(Case::weight).sum() / STEPS;
        var bound = new WeightedBound();
        double passed = -1;
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
            passed = one.risk();
            next = covered + step;
        }
        return passed;
    }

    /** So many without an error would just do. */
    private double leastToPass(double allowance) {
        return -Math.log(allowance) / tolerance;
    }

    /** @param risk as stated by a fit without it */
    private record Case(double risk, boolean right, double weight) {}
}
