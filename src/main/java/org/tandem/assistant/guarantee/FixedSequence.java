package org.tandem.assistant.guarantee;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The walk from strict to loose that {@link GuaranteedThreshold} is found by. Where it starts and steps depends on the numbers of texts and
 * the order of their scores, not on who was right. It has several starts, each with a part of the allowance (the fallback procedure, Wiens
 * 2003), because one wrong label among the very surest can end it: the first where two errors could be afforded, the second at a quarter
 * of all. Where few texts stand for all outside, one of them does the same, the sooner the less is answered; then there is a third start at
 * three quarters. A walk that arrives at the next start brings its part along.
 */
final class FixedSequence {

    private static final double[] PARTS = {0.2, 0.8, 0};
    private static final double[] PARTS_WHERE_FEW_ARE_OUTSIDE = {0.1, 0.4, 0.5};

    /** One text outside stands for so many times the inquiries that one inside does. */
    private static final double FEW_OUTSIDE = 10;

    private static final double SECOND_START = 0.25;
    private static final double LAST_START = 0.75;
    private static final int ERRORS_AT_FIRST_START = 2;
    private static final int STEPS = 200;
    private static final int MOST_MISSING = 1_000_000;

    private final List<Calibration.Case> inside;
    private final double[] outside;
    private final double tolerance;
    private final RiskBound bound;
    private final double[] parts;

    FixedSequence(Calibration calibration, double tolerance, double confidence) {
        this.inside = calibration.inside().stream()
                .sorted(Comparator.comparingDouble(Calibration.Case::risk))
                .toList();
        this.outside = calibration.outside().stream()
                .mapToDouble(Calibration.Case::risk)
                .sorted()
                .toArray();
        this.tolerance = tolerance;
        this.bound = RiskBound.of(calibration, inside.size(), tolerance, 1 - confidence);
        this.parts = bound.weightOfOneOutside() >= FEW_OUTSIDE ? PARTS_WHERE_FEW_ARE_OUTSIDE : PARTS;
    }

    GuaranteedThreshold loosest() {
        var passed = passed();
        return passed.isEmpty()
                ? new GuaranteedThreshold.Shut(whyShut())
                : new GuaranteedThreshold.Open(passed.getLast());
    }

    /** The thresholds that passed, strict to loose. */
    List<Double> passed() {
        int[] starts = starts();
        int begun = 0;
        double part = 0;
        boolean failed = false;
        var passed = new ArrayList<Double>();
        for (var stop : stopsFrom(starts[0])) {
            while (begun < starts.length && stop.answered() >= starts[begun]) {
                part = parts[begun] + (failed ? 0 : part);
                failed = false;
                begun++;
            }
            failed |= bound.at(part).upper(stop.answered(), stop.wrong(), stop.outsiders()) > tolerance;
            if (!failed) {
                passed.add(stop.threshold());
            }
        }
        return passed;
    }

    private int[] starts() {
        int second = secondStart();
        return new int[] {Math.min(second, firstStart()), second, Math.max(second, (int) (LAST_START * inside.size()))};
    }

    /** Texts with equal scores are answered together. */
    private List<Stop> stopsFrom(int first) {
        var stops = new ArrayList<Stop>();
        int step = step();
        int next = first;
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
            stops.add(new Stop(i + 1, wrong, outsiders, threshold));
            next = i + 1 + step;
        }
        return stops;
    }

    /** A threshold to be tested: how many texts inside it answers, how many of them wrongly, and how many outside. */
    private record Stop(int answered, int wrong, int outsiders, double threshold) {}

    private int step() {
        return Math.max(1, inside.size() / STEPS);
    }

    private int firstStart() {
        var first = bound.at(parts[0]);
        return least(inside.size(), count -> first.upper(count, ERRORS_AT_FIRST_START, 0) <= tolerance);
    }

    /** Where a third of the tolerated errors can be afforded; with few examples, where none can. */
    private int secondStart() {
        int least = least(inside.size(), count -> bound.upper(count, 0, 0) <= tolerance);
        for (int count = Math.max(least, (int) (SECOND_START * inside.size()));
                count <= inside.size();
                count += step()) {
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

    private String whyShut() {
        if (secondStart() <= inside.size()) {
            return "the risk of the %d surest of %d labelled inquiries cannot be shown to stay under %s, %s"
                    .formatted(secondStart(), inside.size(), Percent.of(tolerance), whatItTakes());
        }
        int missing =
                least(MOST_MISSING, more -> bound.withMoreInside(more).upper(inside.size() + more, 0, 0) <= tolerance);
        return missing > MOST_MISSING
                ? "%d out-of-scope examples are too few to show that the risk stays under %s"
                        .formatted(bound.outside(), Percent.of(tolerance))
                : "%d labelled inquiries are too few for a tolerance of %s, at least %d more are needed"
                        .formatted(inside.size(), Percent.of(tolerance), missing);
    }

    /** To open the gate at the second start, if as great a share of more inquiries were answered, and of these as great a share wrongly. */
    private String whatItTakes() {
        var stop = stopsFrom(secondStart()).getFirst();
        if (upperWithMore(MOST_MISSING, stop, 0) > tolerance) {
            return stop.outsiders() == 0
                    ? "%d out-of-scope examples are too few to tell".formatted(outside.length)
                    : "for of %d out-of-scope examples %d seem as sure".formatted(outside.length, stop.outsiders());
        }
        int missing = least(MOST_MISSING, more -> upperWithMore(more, stop, stop.wrong()) <= tolerance);
        return missing > MOST_MISSING
                ? "%d of them are wrong: it takes better examples and not only more".formatted(stop.wrong())
                : "about %d more are needed if it stays as good".formatted(missing);
    }

    private double upperWithMore(int more, Stop stop, int wrong) {
        double growth = 1 + (double) more / inside.size();
        return bound.withMoreInside(more)
                .upper((int) (growth * stop.answered()), (int) Math.ceil(growth * wrong), stop.outsiders());
    }

    /** By bisection the least number from 1 that passes, or one more than the most: the more answers, the easier. */
    private static int least(int most, IntPredicate passes) {
        int failing = 0;
        int passing = most + 1;
        while (passing - failing > 1) {
            int middle = (failing + passing) / 2;
            if (passes.test(middle)) {
                passing = middle;
            } else {
                failing = middle;
            }
        }
        return passing;
    }
}
