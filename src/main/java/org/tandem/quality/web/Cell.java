package org.tandem.quality.web;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandem.quality.numbers.Count;
import org.tandem.quality.numbers.Side;
import org.tandem.quality.numbers.Sums;
import org.tandem.quality.statistics.Difference;
import org.tandem.quality.statistics.Interval;
import org.tandem.quality.statistics.Proportion;

/**
 * A number on a page.
 *
 * @param more in which interval it is believed to be, or what it rests on
 * @param address of the cases behind it, null if there are none
 */
record Cell(String text, String more, @Nullable String address) {

    static final double CONFIDENCE = 0.95;

    static final Cell NOTHING = new Cell(InFigures.NONE, "", null);

    static Cell of(Difference difference) {
        return Double.isNaN(difference.estimate())
                ? NOTHING
                : new Cell(
                        InFigures.points(difference.estimate()),
                        "%s; %s"
                                .formatted(
                                        InFigures.points(difference.interval()),
                                        difference.isCertain() ? "more than chance does" : "chance may have done it"),
                        null);
    }

    /** A difference of which only the bounds are known. */
    static Cell between(Interval bounds) {
        return new Cell(InFigures.points(bounds), "", null);
    }

    /** Makes cells for one side of a comparison. */
    record Maker(Asked asked, Side side, Sums sums) {

        Cell cases(Count count) {
            return new Cell(InFigures.number(sums.count(count)), "", address(count));
        }

        Cell share(Count some, Count all) {
            return share(sums.share(some, all), some);
        }

        Cell share(Proportion share, Count some) {
            return share.all() == 0
                    ? NOTHING
                    : new Cell(
                            InFigures.percent(share.estimate()),
                            "%s of %s; %s"
                                    .formatted(
                                            InFigures.number(share.some()),
                                            InFigures.number(share.all()),
                                            InFigures.range(share.interval(CONFIDENCE))),
                            address(some));
        }

        Cell estimate(double share, Interval interval, String restsOn, Count count) {
            return new Cell(
                    InFigures.percent(share), "%s; %s".formatted(restsOn, InFigures.range(interval)), address(count));
        }

        Cell each(BigDecimal cost, Count count, Currency currency) {
            long cases = sums.count(count);
            return cases == 0
                    ? NOTHING
                    : new Cell(
                            InFigures.money(
                                    cost.divide(BigDecimal.valueOf(cases), java.math.MathContext.DECIMAL64), currency),
                            "%s for %s".formatted(InFigures.money(cost, currency), InFigures.number(cases)),
                            address(count));
        }

        @Nullable
        String address(Count count) {
            return sums.count(count) == 0
                    ? null
                    : asked.address("/quality/cases", Map.of("count", count.key(), "side", side.key()));
        }
    }
}
