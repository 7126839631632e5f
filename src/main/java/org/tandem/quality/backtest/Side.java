package org.tandem.quality.backtest;

import org.jspecify.annotations.Nullable;

/** Adds up what becomes of the inquiries on one side of the comparison. */
final class Side {

    private static final double MINUTES = 60;

    private final WrongAnswers wrong = new WrongAnswers();
    private int decisions;
    private int answered;

    /**
     * @param automation share of the inquiries that the AI answers
     * @param toPeople inquiries that people have to answer
     * @param hours of people's work at the median handling time; null if that is not known
     */
    public record Total(
            int answered,
            double automation,
            WrongAnswers.Estimate wrong,
            int toPeople,
            @Nullable Double hours) {}

    void add(Route route, @Nullable Boolean isWrong, double drawn, double risk) {
        decisions++;
        if (route.isAnswer()) {
            answered++;
            wrong.add(isWrong, drawn, risk);
        }
    }

    Total total(@Nullable Double handlingMinutes) {
        int toPeople = decisions - answered;
        return new Total(
                answered,
                decisions == 0 ? 0 : (double) answered / decisions,
                wrong.estimate(),
                toPeople,
                handlingMinutes == null ? null : toPeople * handlingMinutes / MINUTES);
    }
}
