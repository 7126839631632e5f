package org.tandem.quality.web;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.quality.numbers.Count;
import org.tandem.quality.numbers.Durations;
import org.tandem.quality.numbers.Side;
import org.tandem.quality.numbers.Sides;
import org.tandem.quality.numbers.Sums;
import org.tandem.quality.statistics.Difference;
import org.tandem.quality.statistics.Interval;
import org.tandem.quality.statistics.Proportion;
import org.tandem.quality.web.Cell.Maker;

/** Cost and quality of the AI and of people in one table, so that nobody sees the one without the other. */
final class Comparison {

    private static final double HALF = 0.5;
    private static final double MOST = 0.9;
    private static final double NEARLY_ALL = 0.95;

    private final Asked asked;
    private final Sides sums;
    private final Currency currency;

    Comparison(Asked asked, Sides sums, Currency currency) {
        this.asked = asked;
        this.sums = sums;
        this.currency = currency;
    }

    /** @param difference of two sides, null if it has no interval */
    private record Measure(
            String name,
            String definition,
            Function<Maker, Cell> cell,
            @Nullable BiFunction<Sums, Sums, Cell> difference) {

        Measure(String name, String definition, Function<Maker, Cell> cell) {
            this(name, definition, cell, null);
        }

        Line of(Maker... sides) {
            return new Line(name, definition, Stream.of(sides).map(cell).toList());
        }
    }

    List<Line> lines() {
        return measures().stream()
                .map(measure -> measure.of(maker(Side.AI), maker(Side.PEOPLE), maker(Side.HELD_OUT)))
                .toList();
    }

    /** The AI, people who were given by chance what it would have answered, and the difference. */
    List<Line> onTheSameKind() {
        var ai = maker(Side.AI);
        var people = maker(Side.HELD_OUT);
        return measures().stream()
                .map(measure -> {
                    var cells = new ArrayList<>(measure.of(ai, people).cells());
                    cells.add(
                            measure.difference == null
                                    ? Cell.NOTHING
                                    : measure.difference.apply(ai.sums(), people.sums()));
                    return new Line(measure.name, measure.definition, cells);
                })
                .toList();
    }

    private Maker maker(Side side) {
        return new Maker(asked, side, sums.of(side));
    }

    private List<Measure> measures() {
        return List.of(
                new Measure(
                        "Cases",
                        "Inquiries that came in on these days, by who gave the first answer: the AI or a person. Held out are those that"
                                + " the AI would have answered and that went to people by chance: only they are the same kind of cases"
                                + " as the AI's, so only they show what the AI changes.",
                        side -> side.cases(Count.CASES)),
                time(
                        "First response",
                        "From when the inquiry came in to the first answer, by the AI or a person. Half of the cases took at most the"
                                + " first time, 90 and 95 % at most the second and third.",
                        Count.CASES,
                        sums -> sums.times().firstResponse()),
                time(
                        "Resolution",
                        "From when the inquiry came in to the answer that resolved it. Counted is who did not come back: neither"
                                + " reopened it nor asked the same again within seven days after it was resolved. Where the seven days are"
                                + " not over, it is counted as long as nobody has.",
                        Count.CASES,
                        sums -> sums.times().resolution()),
                new Measure(
                        "Satisfied (CSAT)",
                        "Share of ratings that are 4 or 5 of 5, with the 95 % interval of Wilson. Who does not rate may think otherwise.",
                        side -> side.share(Count.SATISFIED, Count.RATED),
                        (one, other) -> less(
                                one.share(Count.SATISFIED, Count.RATED), other.share(Count.SATISFIED, Count.RATED))),
                new Measure(
                        "Satisfied, whatever the silent think",
                        "Of all who were asked for a rating: from the share if nobody of those who gave none is satisfied to the share"
                                + " if all of them are, with 95 % confidence (Manski's bounds).",
                        Comparison::bounds,
                        Comparison::lessWithinBounds),
                new Measure(
                        "Rated",
                        "Share of those who were asked for a rating that gave one.",
                        side -> side.share(Count.RATED, Count.ASKED),
                        (one, other) ->
                                less(one.share(Count.RATED, Count.ASKED), other.share(Count.RATED, Count.ASKED))),
                new Measure(
                        "Came back",
                        "Share of cases, resolved at least seven days ago, whose customer reopened them or asked the same or something"
                                + " similar again within seven days, over any channel. It counts against whoever answered first.",
                        side -> side.share(Count.CAME_BACK, Count.SETTLED),
                        (one, other) -> less(
                                one.share(Count.CAME_BACK, Count.SETTLED),
                                other.share(Count.CAME_BACK, Count.SETTLED))),
                new Measure(
                        "Wrong, by audits",
                        "Share of wrong ones among the first answers, estimated from those that reviewers judged, the AI's and people's"
                                + " by the same form, each weighted by one over the probability with which it was drawn (Hájek);"
                                + " 95 % interval. Of those held out all are judged. All answers, by the day on which they were given, are under Audits.",
                        Comparison::audited,
                        (one, other) -> Cell.of(Difference.of(one.audited(), other.audited(), Cell.CONFIDENCE))),
                new Measure(
                        "Cost of a resolution",
                        "What the cases resolved at least seven days ago cost, the AI's computing and people's pay, whether or not the"
                                + " customer came back, divided by how many stayed resolved.",
                        side -> side.each(side.sums().aiCost().add(side.sums().humanCost()), Count.RESOLVED, currency)),
                new Measure(
                        "of that the AI",
                        "Each attempt to answer costs tandem.quality.numbers.cost-per-attempt.",
                        side -> side.each(side.sums().aiCost(), Count.RESOLVED, currency)),
                new Measure(
                        "of that people",
                        "People's time costs tandem.quality.numbers.pay-per-hour. An answer takes the time since the hand-over, at most"
                                + " tandem.quality.numbers.handling-time: how long somebody really works on it is not measured.",
                        side -> side.each(side.sums().humanCost(), Count.RESOLVED, currency)));
    }

    private static Measure time(String name, String definition, Count count, Function<Sums, Durations> durations) {
        return new Measure(name, definition, side -> {
            var seconds = durations.apply(side.sums());
            return seconds.count() == 0
                    ? Cell.NOTHING
                    : new Cell(
                            InFigures.time(seconds.percentile(HALF)),
                            "90 %%: %s; 95 %%: %s; of %s"
                                    .formatted(
                                            InFigures.time(seconds.percentile(MOST)),
                                            InFigures.time(seconds.percentile(NEARLY_ALL)),
                                            InFigures.number(seconds.count())),
                            side.address(count));
        });
    }

    private static Cell bounds(Maker side) {
        var satisfaction = side.sums().satisfaction();
        return satisfaction.asked() == 0
                ? Cell.NOTHING
                : new Cell(
                        InFigures.range(satisfaction.bounds(Cell.CONFIDENCE)),
                        "%s asked".formatted(InFigures.number(satisfaction.asked())),
                        side.address(Count.ASKED));
    }

    private static Cell less(Proportion one, Proportion other) {
        return Cell.of(Difference.of(one, other, Cell.CONFIDENCE));
    }

    /** From one at its worst against the other at its best to the other way round. */
    private static Cell lessWithinBounds(Sums one, Sums other) {
        var ai = one.satisfaction();
        var people = other.satisfaction();
        return ai.asked() == 0 || people.asked() == 0
                ? Cell.NOTHING
                : Cell.between(new Interval(
                        Difference.of(ai.worst(), people.best(), Cell.CONFIDENCE)
                                .interval()
                                .lower(),
                        Difference.of(ai.best(), people.worst(), Cell.CONFIDENCE)
                                .interval()
                                .upper()));
    }

    static Cell audited(Maker side) {
        var audited = side.sums().audited();
        return audited.audits() == 0
                ? Cell.NOTHING
                : side.estimate(
                        audited.estimate(),
                        audited.interval(Cell.CONFIDENCE),
                        "%s audits".formatted(InFigures.number(audited.audits())),
                        side.sums().count(Count.AUDITED_WRONG) == 0 ? Count.AUDITED : Count.AUDITED_WRONG);
    }
}
