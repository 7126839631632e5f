package org.tandem.desk.pool;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** When agents say in advance that they want to work. It obliges them to nothing, and only helps leads to plan. */
@Service
public class Slots {

    static final Duration LONGEST = Duration.ofHours(16);
    private static final int FARTHEST_DAYS = 366;
    private static final DateTimeFormatter IN_WORDS =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);

    private final SlotTable table;
    private final ProfileTable profiles;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Slots(SlotTable table, ProfileTable profiles, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.profiles = profiles;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Those of this agent that are not over, the next one first. */
    public List<Slot> of(String agent) {
        var now = clock.instant();
        return table.of(agent).stream()
                .filter(slot -> !slot.timesAfter(now).isEmpty())
                .toList();
    }

    /** All that are announced and touch this time. */
    public List<Slot> between(Instant from, Instant to) {
        var time = new Slot.Time(from, to);
        return table.all().stream()
                .filter(slot -> slot.times().stream().anyMatch(time::overlaps))
                .toList();
    }

    /** @throws PoolRefused with the reason, if it is impossible; then nothing is changed */
    public void announce(String agent, SlotForm form) {
        transaction.executeWithoutResult(status -> {
            var profile = profiles.lock(agent)
                    .orElseThrow(() -> new PoolRefused(
                            "starts", "You are not in the pool yet: a lead has to note what you can do first."));
            var slot = form.read(agent, profile.zone());
            check(slot, clock.instant());
            table.add(slot, clock.instant().truncatedTo(ChronoUnit.MICROS));
        });
    }

    /** Takes back what was announced; what was taken back before stays so. */
    public void revoke(String agent, UUID slot) {
        table.revoke(agent, slot, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private void check(Slot slot, Instant now) {
        var first = slot.first();
        var length = Duration.between(first.from(), first.to());
        if (!length.isPositive()) {
            throw new PoolRefused(
                    "ends", "It ends before it begins: choose an end after %s.".formatted(words(slot, first.from())));
        }
        if (length.compareTo(LONGEST) > 0) {
            throw new PoolRefused(
                    "ends",
                    "It is longer than %d hours: nobody should work that long in one go.".formatted(LONGEST.toHours()));
        }
        if (first.from().isBefore(now)) {
            throw new PoolRefused("starts", "%s is in the past.".formatted(words(slot, first.from())));
        }
        var until = slot.weeklyUntil();
        if (until != null && until.isBefore(slot.starts().toLocalDate())) {
            throw new PoolRefused("weeklyUntil", "The last day is before the first one.");
        }
        var farthest = now.plus(FARTHEST_DAYS, ChronoUnit.DAYS);
        if (first.to().isAfter(farthest)
                || until != null && until.isAfter(farthest.atZone(slot.zone()).toLocalDate())) {
            throw new PoolRefused(
                    until == null ? "starts" : "weeklyUntil", "It is more than a year ahead: announce it later.");
        }
        table.of(slot.agent()).stream()
                .flatMap(other -> other.times().stream())
                .filter(time -> slot.times().stream().anyMatch(time::overlaps))
                .findFirst()
                .ifPresent(time -> {
                    throw new PoolRefused(
                            "starts",
                            "You have announced %s to %s already, and the two overlap."
                                    .formatted(words(slot, time.from()), words(slot, time.to())));
                });
    }

    private static String words(Slot slot, Instant at) {
        return IN_WORDS.format(at.atZone(slot.zone()));
    }
}
