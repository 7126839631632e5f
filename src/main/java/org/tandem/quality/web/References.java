package org.tandem.quality.web;

import java.util.List;
import java.util.Map;
import org.tandem.quality.numbers.Count;
import org.tandem.quality.numbers.Side;
import org.tandem.quality.numbers.Sides;
import org.tandem.quality.web.Cell.Maker;

/** Where Tandem stands against what a large payments company reported of its assistant's first month. */
final class References {

    private static final double HALF = 0.5;

    private final Asked asked;
    private final Sides sums;

    References(Asked asked, Sides sums) {
        this.asked = asked;
        this.sums = sums;
    }

    /** @param reference what it is held against */
    record Reference(String name, Cell cell, String reference, String definition) {}

    List<Reference> all() {
        return List.of(
                new Reference(
                        "Automated",
                        new Maker(asked, Side.ALL, sums.of(Side.ALL)).share(Count.AUTOMATED, Count.CASES),
                        "two thirds",
                        "Share of all inquiries of these days that the AI answered and that no person was needed for: nobody asked for"
                                + " one, and it was never handed over."),
                new Reference(
                        "Faster",
                        faster(),
                        "82 %",
                        "One minus the median time to resolution of cases that the AI answered first, over the median of those that"
                                + " people answered first, on the same days. The reference compares before and after: 11 and under 2"
                                + " minutes."),
                new Reference(
                        "Fewer come back",
                        fewer(),
                        "25 %",
                        "One minus the share of the AI's customers who came back within seven days, over the share of people's, of cases"
                                + " resolved at least seven days ago. Below zero, more come back to the AI."));
    }

    private Cell faster() {
        var ai = sums.of(Side.AI).times().resolution();
        var people = sums.of(Side.PEOPLE).times().resolution();
        if (ai.count() == 0 || people.count() == 0 || people.percentile(HALF) == 0) {
            return Cell.NOTHING;
        }
        return new Cell(
                InFigures.percent(1 - (double) ai.percentile(HALF) / people.percentile(HALF)),
                "%s instead of %s"
                        .formatted(InFigures.time(ai.percentile(HALF)), InFigures.time(people.percentile(HALF))),
                address(Side.AI, Count.CASES));
    }

    private Cell fewer() {
        var ai = sums.of(Side.AI).share(Count.CAME_BACK, Count.SETTLED);
        var people = sums.of(Side.PEOPLE).share(Count.CAME_BACK, Count.SETTLED);
        if (ai.all() == 0 || people.some() == 0) {
            return Cell.NOTHING;
        }
        return new Cell(
                InFigures.percent(1 - ai.estimate() / people.estimate()),
                "%s instead of %s".formatted(InFigures.percent(ai.estimate()), InFigures.percent(people.estimate())),
                address(Side.AI, Count.CAME_BACK));
    }

    private String address(Side side, Count count) {
        return asked.address("/quality/cases", Map.of("count", count.key(), "side", side.key()));
    }
}
