package org.tandem.quality.web;

import java.util.List;
import java.util.stream.Stream;
import org.tandem.quality.numbers.Count;
import org.tandem.quality.numbers.Side;
import org.tandem.quality.numbers.Sides;
import org.tandem.quality.numbers.Sums;
import org.tandem.quality.statistics.Difference;
import org.tandem.quality.statistics.Interval;
import org.tandem.quality.statistics.Proportion;
import org.tandem.quality.web.Cell.Maker;

/** What there is of the hold-out: how many were drawn, and both sides' numbers for spreadsheets. */
final class HeldOut {

    static final Object[] HEADER = {
        "measure",
        "ai",
        "ai_low",
        "ai_high",
        "ai_of",
        "people",
        "people_low",
        "people_high",
        "people_of",
        "difference",
        "difference_low",
        "difference_high"
    };

    private HeldOut() {}

    static List<Line> groups(Asked asked, Sides sums) {
        return List.of(
                group("The AI answered", Side.AI, asked, sums),
                group("Held out, and a person answered", Side.HELD_OUT, asked, sums),
                group("Held out, and nobody has answered yet", Side.HELD_OUT_OPEN, asked, sums));
    }

    private static Line group(String name, Side side, Asked asked, Sides sums) {
        return Line.of(name, "", new Maker(asked, side, sums.of(side)).cases(Count.CASES));
    }

    /** How many of those that the AI answered or would have were held out, with what chance may have done. */
    static String drawn(Sides sums) {
        long heldOut = sums.of(Side.HELD_OUT).count(Count.CASES)
                + sums.of(Side.HELD_OUT_OPEN).count(Count.CASES);
        var share = new Proportion(heldOut, heldOut + sums.of(Side.AI).count(Count.CASES));
        return share.all() == 0
                ? InFigures.NONE
                : "%s (%s)"
                        .formatted(
                                InFigures.percent(share.estimate()), InFigures.range(share.interval(Cell.CONFIDENCE)));
    }

    static List<Object[]> csv(Sums ai, Sums people) {
        return List.of(
                line("satisfied", ai.share(Count.SATISFIED, Count.RATED), people.share(Count.SATISFIED, Count.RATED)),
                line(
                        "satisfied_if_none_of_the_silent_is",
                        ai.satisfaction().worst(),
                        people.satisfaction().worst()),
                line(
                        "satisfied_if_all_of_the_silent_are",
                        ai.satisfaction().best(),
                        people.satisfaction().best()),
                line("rated", ai.share(Count.RATED, Count.ASKED), people.share(Count.RATED, Count.ASKED)),
                line(
                        "came_back",
                        ai.share(Count.CAME_BACK, Count.SETTLED),
                        people.share(Count.CAME_BACK, Count.SETTLED)),
                line(
                        "wrong_by_audits",
                        share(
                                ai.audited().estimate(),
                                ai.audited().interval(Cell.CONFIDENCE),
                                ai.audited().audits()),
                        share(
                                people.audited().estimate(),
                                people.audited().interval(Cell.CONFIDENCE),
                                people.audited().audits()),
                        Difference.of(ai.audited(), people.audited(), Cell.CONFIDENCE)));
    }

    private static Object[] line(String measure, Proportion ai, Proportion people) {
        return line(
                measure,
                share(ai.estimate(), ai.interval(Cell.CONFIDENCE), ai.all()),
                share(people.estimate(), people.interval(Cell.CONFIDENCE), people.all()),
                Difference.of(ai, people, Cell.CONFIDENCE));
    }

    private static Object[] line(String measure, Object[] ai, Object[] people, Difference difference) {
        var less = share(difference.estimate(), difference.interval());
        return Stream.of(new Object[] {measure}, ai, people, less)
                .flatMap(Stream::of)
                .toArray();
    }

    private static Object[] share(double estimate, Interval within, long of) {
        return Stream.concat(Stream.of(share(estimate, within)), Stream.of(of)).toArray();
    }

    /** Empty where nothing is known. */
    private static Object[] share(double estimate, Interval within) {
        return Double.isNaN(estimate)
                ? new Object[] {"", "", ""}
                : new Object[] {estimate, within.lower(), within.upper()};
    }
}
