package org.tandem.desk.pool;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A slot as somebody types it: date-times and a date as in ISO 8601, as browsers send them. */
public record SlotForm(
        @Nullable String starts,
        @Nullable String ends,
        @Nullable String weeklyUntil) {

    public static final SlotForm EMPTY = new SlotForm(null, null, null);

    /** @throws PoolRefused with what cannot be read */
    Slot read(String agent, ZoneId zone) {
        var flaws = new HashMap<String, String>();
        var from = parsed("starts", starts, "a day and a time such as 2026-12-01T09:00", LocalDateTime::parse, flaws);
        var to = parsed("ends", ends, "a day and a time such as 2026-12-01T12:00", LocalDateTime::parse, flaws);
        var until = weeklyUntil == null || weeklyUntil.isBlank()
                ? null
                : parsed("weeklyUntil", weeklyUntil, "a day such as 2026-12-31, or nothing", LocalDate::parse, flaws);
        skipped("starts", from, zone, flaws);
        skipped("ends", to, zone, flaws);
        if (from == null || to == null || !flaws.isEmpty()) {
            throw new PoolRefused(flaws);
        }
        return new Slot(UUID.randomUUID(), agent, from, to, zone, until);
    }

    private static void skipped(String field, @Nullable LocalDateTime at, ZoneId zone, Map<String, String> flaws) {
        var change = at == null ? null : zone.getRules().getTransition(at);
        if (at != null && change != null && change.isGap()) {
            flaws.put(
                    field,
                    "There is no %s on that day: clocks in %s go from %s to %s. Choose a time before or after."
                            .formatted(
                                    at.toLocalTime(),
                                    zone,
                                    change.getDateTimeBefore().toLocalTime(),
                                    change.getDateTimeAfter().toLocalTime()));
        }
    }

    private static <T> @Nullable T parsed(
            String field, @Nullable String text, String right, Function<String, T> parse, Map<String, String> flaws) {
        try {
            return parse.apply(text == null ? "" : text.strip());
        } catch (DateTimeException e) {
            flaws.put(field, "\"%s\" cannot be read: write %s.".formatted(text == null ? "" : text, right));
            return null;
        }
    }
}
