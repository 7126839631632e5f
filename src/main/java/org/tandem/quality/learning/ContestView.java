package org.tandem.quality.learning;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.tandem.quality.statistics.Interval;

/**
 * Champion and challenger side by side, in words.
 *
 * @param significance up to which p the challenger counts as worse
 */
record ContestView(String verdict, boolean worse, int cases, String held, String significance, List<Row> rows) {

    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** @param worse the p-value of the challenger being worse, in words; empty where none was tested */
    record Row(String what, String champion, String challenger, String worse) {}

    static ContestView of(Contest contest, double confidence) {
        var champion = contest.championsSide();
        var challenger = contest.challengersSide();
        return new ContestView(
                contest.inWords(confidence),
                contest.isWorse(confidence),
                contest.cases(),
                AT.format(contest.at()),
                String.format(Locale.ROOT, "%.3f", 1 - confidence),
                List.of(
                        new Row("Cases answered", number(champion.answered()), number(challenger.answered()), ""),
                        new Row(
                                "Coverage: share of inquiries answered",
                                share(champion.coverage(), champion.coverageRange()),
                                share(challenger.coverage(), challenger.coverageRange()),
                                p(contest.coverageIsWorse())),
                        new Row(
                                "Risk: share of answers that is wrong",
                                share(champion.risk(), champion.riskRange()),
                                share(challenger.risk(), challenger.riskRange()),
                                p(contest.riskIsWorse()))));
    }

    private static String number(int number) {
        return Integer.toString(number);
    }

    private static String share(double share, Interval range) {
        return Double.isNaN(share)
                ? "none answered"
                : String.format(
                        Locale.ROOT, "%.1f %% (%.1f to %.1f)", 100 * share, 100 * range.lower(), 100 * range.upper());
    }

    private static String p(double value) {
        return value >= 1 ? "no" : String.format(Locale.ROOT, "p = %.3f", value);
    }
}
