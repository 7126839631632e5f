package org.tandem.assistant.guarantee;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The walk from strict to loose that {@link GuaranteedThreshold} is found by. Where it starts and steps depends on the numbers
 * of texts and the order of their scores, not on who was right. It has two starts (the fallback procedure, Wiens 2003), because
 * among the very surest one wrong label can end it: the first where two errors could be afforded, with a small part of the
 * allowance; the second at a quarter of all, with the rest, and with all of it if the walk from the first start arrived there.
 */
final class FixedSequence {

    private static final int SECOND_START = 4;
    private static final double FOR_FIRST_START = 0.2;
    private static final int ERRORS_AT_FIRST_START = 2;
    private static final int STEPS = 200;
    private static final int MOST_MISSING = 1_000_000;

    private final Calibration calibration;
    private final List<Calibration.Case> inside;
    private final double[] outside;
    private final double tolerance;
    private final double allowance;

    FixedSequence(Calibration calibration, double tolerance, double confidence) {
        this.calibration = calibration;
        this.inside = calibration.inside().stream()
                .sorted(Comparator.comparingDouble(Calibration.Case::risk))
                .toList();
        this.outside = calibration.outside().stream()
                .mapToDouble(Calibration.Case::risk)
                .sorted()
                .toArray();
        this.tolerance = tolerance;
        this.allowance = 1 - confidence;
    }

    GuaranteedThreshold loosest() {
        var passed = passed();
        return passed.isEmpty()
                ? new GuaranteedThreshold.Shut(whyShut())
                : new GuaranteedThreshold.Open(passed.getLast());
    }

    /** The thresholds that passed, strict to loose. */
    List<Double> passed() {
        int second = secondStart();
        int first = Math.min(second, firstStart());
        var bound = bound(first == second ? 1 : FOR_FIRST_START);
        boolean beforeSecond = first < second;
        boolean failed = false;
        var passed = new ArrayList<Double>();
        for (var stop : stopsFrom(first)) {
            if (beforeSecond && stop.answered() >= second) {
                beforeSecond = false;
                bound = bound(failed ? 1 - FOR_FIRST_START : 1);
                failed = false;
            }
            failed |= bound.upper(stop.answered(), stop.wrong(), stop.outsiders()) > tolerance;
            if (!failed) {
                passed.add(stop.threshold());
            }
        }
        return passed;
    }

    private RiskBound bound(double part) {
        return RiskBound.of(calibration, inside.size(), tolerance, part * allowance);
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
        var bound = bound(FOR_FIRST_START);
        return least(inside.size(), count -> bound.upper(count, ERRORS_AT_FIRST_START, 0) <= tolerance);
    }

    /** Where a third of the tolerated errors can be afforded; with few examples, where none can. */
    private int secondStart() {
        var bound = bound(1);
        int least = least(inside.size(), count -> bound.upper(count, 0, 0) <= tolerance);
        for (int count = Math.max(least, inside.size() / SECOND_START); count <= inside.size(); count += step()) {
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
        var bound = bound(1);
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
        return bound(1).withMoreInside(more)
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
