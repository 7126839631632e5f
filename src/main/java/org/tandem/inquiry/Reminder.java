package org.tandem.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * What a person has agreed to see to later: on that day the case comes back to them, unless it was solved or came back before.
 *
 * @param note to themselves, never shown to the customer
 */
public record Reminder(LocalDate day, String note) {

    /** So that it is there when the day's work begins. */
    private static final LocalTime MORNING = LocalTime.of(6, 0);

    private static final int LONGEST_NOTE = 1_000;

    public Reminder {
        note = Texts.line("What is to be followed up", note, LONGEST_NOTE);
    }

    /** @param zone in which the customer lives, whose days are meant */
    public Instant at(ZoneId zone) {
        return day.atTime(MORNING).atZone(zone).toInstant();
    }

    /** When the day is over. */
    public Instant end(ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Without what people wrote, so that it can be logged. */
    @Override
    public String toString() {
        return "Reminder[day=%s]".formatted(day);
    }
}
