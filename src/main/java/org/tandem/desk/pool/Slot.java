package org.tandem.desk.pool;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A time for which somebody says in advance that they want to work, as the clock on their wall shows it: a weekly slot from nine to twelve
 * stays so when clocks change. In a week in which clocks skip it, it counts as the one they then show.
 *
 * @param weeklyUntil the last day on which it can begin again each week; null for once
 */
public record Slot(
        UUID id,
        String agent,
        LocalDateTime starts,
        LocalDateTime ends,
        ZoneId zone,
        @Nullable LocalDate weeklyUntil) {

    /** From, inclusive, to, exclusive. */
    public record Time(Instant from, Instant to) {

        boolean overlaps(Time other) {
            return from.isBefore(other.to) && other.from.isBefore(to);
        }
    }

    Time first() {
        return new Time(at(starts), at(ends));
    }

    /** In the order of time. */
    public List<Time> times() {
        var weeks = weeklyUntil == null ? 0 : ChronoUnit.WEEKS.between(starts.toLocalDate(), weeklyUntil);
        return LongStream.rangeClosed(0, Math.max(0, weeks))
                .mapToObj(week -> new Time(at(starts.plusWeeks(week)), at(ends.plusWeeks(week))))
                .toList();
    }

    /** What is left of it from this moment on. */
    public List<Time> timesAfter(Instant now) {
        return times().stream().filter(time -> time.to().isAfter(now)).toList();
    }

    private Instant at(LocalDateTime local) {
        return local.atZone(zone).toInstant();
    }
}
