package org.tandem.desk.pay;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each kind of work costs at each time of the week, from a day on until the next card begins. Its hours cover the whole week once and
 * each of its rows has a price for all of them: {@link RateCardReader} lets no other pass.
 *
 * @param zone whose clock says when it is evening or weekend, and when the first day begins
 */
record RateCard(
        String id,
        LocalDate validFrom,
        ZoneId zone,
        Currency currency,
        List<Hours> hours,
        List<Row> rows,
        Bonus bonus) {

    /**
     * A part of the week. Hours that end before they begin, or then, end on the next day.
     *
     * @param name several stretches may share one
     */
    record Hours(String name, Set<DayOfWeek> days, LocalTime from, LocalTime to) {

        static final int DAY = 24 * 60;

        /** Such as {@code day MON, TUE 07:00 to 18:00}. */
        public String inWords() {
            return "%s %s %s to %s".formatted(name, Week.inWords(days), from, to);
        }

        boolean contains(DayOfWeek day, LocalTime time) {
            if (from.isBefore(to)) {
                return days.contains(day) && !time.isBefore(from) && time.isBefore(to);
            }
            return days.contains(day) && !time.isBefore(from) || days.contains(day.minus(1)) && time.isBefore(to);
        }
    }

    /** Prices by the name of hours; a row with a skill or a language counts before one without. */
    record Row(
            PaidWork.Kind kind,
            @Nullable String skill,
            @Nullable String language,
            Map<String, Money> prices) {

        boolean fits(PaidWork work) {
            return kind == work.kind()
                    && (skill == null || work.skills().contains(skill))
                    && (language == null || language.equalsIgnoreCase(work.language()));
        }

        int detail() {
            return (skill == null ? 0 : 2) + (language == null ? 0 : 1);
        }

        public String inWords() {
            return kind.inWords()
                    + (skill == null ? "" : " with " + skill)
                    + (language == null ? "" : " in " + language);
        }
    }

    /**
     * Paid once for an answer that stands: within the window after it the customer said that it solved the matter or rated it at least
     * so high, did not rate it lower last, and neither came back to the case nor contacted us again about the same or a similar topic.
     *
     * @param rating 1 to 5
     */
    record Bonus(Money amount, Duration window, int rating) {}

    Instant begin() {
        return validFrom.atStartOfDay(zone).toInstant();
    }

    /** Of rows that say equally much, the best paid one counts. */
    Price price(PaidWork work) {
        if (rows.stream().noneMatch(row -> row.kind() == work.kind())) {
            var like = work.kind().orElse();
            if (like != work.kind()) {
                var price = price(new PaidWork(like, work.skills(), work.language(), work.at()));
                return new Price(price.amount(), id, work.kind().inWords() + ", paid as a " + price.row());
            }
        }
        var hours = hoursAt(work.at().atZone(zone));
        var row = rows.stream()
                .filter(candidate -> candidate.fits(work))
                .max(Comparator.comparingInt(Row::detail)
                        .thenComparing(candidate -> priceOf(candidate, hours).units())
                        .thenComparing(Row::inWords))
                .orElseThrow(
                        () -> new IllegalStateException("Rate card %s has no price for %s".formatted(id, work.kind())));
        return new Price(priceOf(row, hours), id, row.inWords() + ", " + hours);
    }

    private String hoursAt(ZonedDateTime at) {
        return hours.stream()
                .filter(some -> some.contains(at.getDayOfWeek(), at.toLocalTime()))
                .map(Hours::name)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Rate card %s has no hours at %s".formatted(id, at)));
    }

    private static Money priceOf(Row row, String hours) {
        var price = row.prices().get(hours);
        if (price == null) {
            throw new IllegalStateException("The row \"%s\" has no price for %s".formatted(row.inWords(), hours));
        }
        return price;
    }
}
