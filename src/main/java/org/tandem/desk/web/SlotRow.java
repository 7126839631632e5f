package org.tandem.desk.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.tandem.desk.pool.Slot;

/** An announced time as its agent reads it, in their own time zone, whichever it was announced in. */
record SlotRow(UUID id, String inWords) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    static List<SlotRow> of(List<Slot> slots, ZoneId zone, Instant now) {
        return slots.stream().map(slot -> of(slot, zone, now)).toList();
    }

    private static SlotRow of(Slot slot, ZoneId zone, Instant now) {
        var next = slot.timesAfter(now).getFirst();
        var from = next.from().atZone(zone);
        var to = next.to().atZone(zone);
        var until = slot.weeklyUntil() == null
                ? null
                : slot.starts().with(slot.weeklyUntil()).atZone(slot.zone()).withZoneSameInstant(zone);
        return new SlotRow(
                slot.id(),
                "%s, %s to %s%s%s"
                        .formatted(
                                DAY.format(from),
                                TIME.format(from),
                                from.toLocalDate().equals(to.toLocalDate()) ? "" : DAY.format(to) + ", ",
                                TIME.format(to),
                                until == null ? "" : ", then each week until " + DAY.format(until)));
    }
}
