package org.tandem.desk.levels;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandem.desk.hours.BusinessCalendar;

/**
 * By when a complaint has to be answered.
 *
 * @param summary until then a short confirmation is enough, if it is settled (DISP 1.5.1); null if the law has none
 * @param answerWarnAt when the answer becomes urgent: three business days or a week before it is due
 * @param answer final response, or with payment services a holding reply that says why not yet
 * @param latestWarnAt three business days before the latest day; null if the law has none
 * @param latest final response after a holding reply; null if the law has none
 */
public record ComplaintDates(
        @Nullable Instant summary,
        Instant answerWarnAt,
        Instant answer,
        @Nullable Instant latestWarnAt,
        @Nullable Instant latest,
        ZoneId zone) {

    private static final int SUMMARY_DAYS = 3;
    private static final int PAYMENT_DAYS = 15;
    private static final int EXCEPTIONAL_DAYS = 35;
    private static final int WEEKS = 8;
    private static final int WARN_DAYS = 3;
    private static final int WARN_WEEKS = 1;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    /** Nothing if no clock runs. The day of receipt does not count, even if the complaint came before opening. */
    static Optional<ComplaintDates> of(ComplaintClock clock, BusinessCalendar calendar, Instant received) {
        var summary = calendar.closeOfBusinessDay(received, SUMMARY_DAYS);
        return switch (clock) {
            case NONE -> Optional.empty();
            case PAYMENT_SERVICES -> Optional.of(payments(summary, calendar, received));
            case PAYMENT_SERVICES_EU -> Optional.of(payments(null, calendar, received));
            case OTHER ->
                Optional.of(new ComplaintDates(
                        summary,
                        calendar.lastCloseWithin(received, WEEKS - WARN_WEEKS),
                        calendar.lastCloseWithin(received, WEEKS),
                        null,
                        null,
                        calendar.zone()));
        };
    }

    private static ComplaintDates payments(@Nullable Instant summary, BusinessCalendar calendar, Instant received) {
        return new ComplaintDates(
                summary,
                calendar.closeOfBusinessDay(received, PAYMENT_DAYS - WARN_DAYS),
                calendar.closeOfBusinessDay(received, PAYMENT_DAYS),
                calendar.closeOfBusinessDay(received, EXCEPTIONAL_DAYS - WARN_DAYS),
                calendar.closeOfBusinessDay(received, EXCEPTIONAL_DAYS),
                calendar.zone());
    }

    /** What the customer is told with the receipt. */
    String inWords() {
        var rule = latest == null
                ? "The rules for complaints give us eight weeks: you get our final answer by %s at the latest."
                        .formatted(day(answer))
                : "The rules for complaints about payments apply: you get our final answer within 15 business days, by %s. If that is not possible for reasons beyond our control, we write to you by then and say why, and you get it within 35 business days, by %s at the latest."
                        .formatted(day(answer), day(latest));
        var settled = summary == null
                ? ""
                : " If we settle it with you by %s (the third business day), you get a short confirmation instead."
                        .formatted(day(summary));
        return "We treat this as a complaint. " + rule + settled;
    }

    private String day(Instant moment) {
        return DAY.format(moment.atZone(zone));
    }
}
