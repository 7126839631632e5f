package org.tandem.quality.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tandem.quality.audits.AnsweredBy;
import org.tandem.quality.audits.AuditList.Item;
import org.tandem.quality.audits.AuditList.Said;
import org.tandem.quality.audits.Estimates.Estimate;
import org.tandem.quality.statistics.Agreement;
import org.tandem.quality.statistics.Proportion;

/** What audits say, as people read it. */
final class AuditsView {

    static final double CONFIDENCE = 0.95;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private AuditsView() {}

    /**
     * A row of a table of estimates.
     *
     * @param list the address of its answers, to which is added what they are
     * @param firstOnes the same of first answers alone, by when the inquiry came in; null where that is not told
     */
    record Line(
            String name,
            String answers,
            String audited,
            String open,
            String wrong,
            String interval,
            String list,
            @Nullable Cell firstOnes) {

        Line beside(Cell others) {
            return new Line(name, answers, audited, open, wrong, interval, list, others);
        }

        static Line of(String name, Estimate estimate, String list) {
            var wrong = estimate.wrong();
            return new Line(
                    name,
                    InFigures.number(estimate.answers()),
                    "%s (%s)"
                            .formatted(
                                    InFigures.number(wrong.audits()),
                                    InFigures.percent(new Proportion(
                                                    Math.min(wrong.audits(), estimate.answers()), estimate.answers())
                                            .estimate())),
                    InFigures.number(estimate.open()),
                    InFigures.percent(wrong.estimate()),
                    wrong.audits() == 0 ? InFigures.NONE : InFigures.range(wrong.interval(CONFIDENCE)),
                    list,
                    null);
        }
    }

    /**
     * A row of a list of reviews.
     *
     * @param verdict what the reviewer said, empty while nobody has
     */
    record Row(
            @Nullable String number,
            String topic,
            String by,
            String answered,
            String why,
            String verdict,
            String who,
            String note) {

        static Row of(Item item) {
            var said = item.said();
            return new Row(
                    item.number(),
                    AuditsView.topic(item.topic()),
                    by(item.answeredBy()),
                    day(item.answeredAt()),
                    why(item),
                    said == null ? "" : said.review().inWords(),
                    said == null ? "" : who(said),
                    said == null || said.review().note() == null
                            ? ""
                            : said.review().note());
        }

        private static String who(Said said) {
            var name = said.reviewer() == null ? "no longer kept" : said.reviewer();
            return name + (said.round() == 2 ? ", second review" : "");
        }

        private static String by(AnsweredBy who) {
            return switch (who) {
                case AI -> "AI";
                case PERSON -> "a person";
                case HELD_OUT -> "a person, held out";
            };
        }

        private static String why(Item item) {
            var why = item.drawn() ? "Drawn" : item.ratedLow() ? "Rated low" : InFigures.NONE;
            return item.drawn() && item.ratedLow() ? "Drawn, and rated low" : why;
        }
    }

    static List<Row> rows(List<Item> items) {
        return items.stream().map(Row::of).toList();
    }

    static String agreement(Agreement agreement) {
        if (agreement.pairs() == 0) {
            return "No answer was reviewed by two people yet.";
        }
        if (Double.isNaN(agreement.kappa())) {
            return "Reviewed by two people: %s, always with the same verdict. What chance would do cannot be told."
                    .formatted(answers(agreement.pairs()));
        }
        var interval = agreement.interval(CONFIDENCE);
        return String.format(
                Locale.ENGLISH,
                "Reviewed by two people: %s. Cohen's kappa is %.2f (%.2f to %.2f): 1 is full agreement, 0 is what chance"
                        + " would do.",
                answers(agreement.pairs()),
                agreement.kappa(),
                interval.lower(),
                interval.upper());
    }

    /** @param whose as in "no answer <i>of people</i>" */
    static String ratedLow(String whose, Proportion wrong) {
        return wrong.all() == 0
                ? "No answer %s was looked at only because of a low rating.".formatted(whose)
                : "Looked at only because of a low rating: %s %s, of which %s wrong. These do not count above, where chance alone decides."
                        .formatted(answers(wrong.all()), whose, InFigures.number(wrong.some()));
    }

    static String topic(@Nullable String id) {
        return id == null || id.isEmpty() ? "No topic" : id;
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String day(Instant at) {
        return day(LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    private static String answers(long count) {
        return count == 1 ? "1 answer" : InFigures.number(count) + " answers";
    }
}
