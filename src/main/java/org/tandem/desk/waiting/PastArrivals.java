package org.tandem.desk.waiting;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tandem.inquiry.Waits.Arrivals;

/**
 * What came to the queues in past weeks. What comes in an hour is expected to be the mean of the same hour of the same weekday, by the
 * clock on the wall: a seasonal mean, the plainest of forecasts, which knows of no holidays and no trend.
 */
final class PastArrivals {

    static final int FEWEST_WEEKS = 4;
    static final int MOST_WEEKS = 8;
    static final Duration LOOKED_BACK = Duration.ofDays(7L * MOST_WEEKS + 1);

    private static final String ALL = "";

    private final Map<String, Map<Instant, Integer>> byQueue = new HashMap<>();
    private final int weeks;
    private final ZoneId zone;

    /** @param zone whose clock people and customers live by */
    PastArrivals(List<Arrivals> past, Instant now, ZoneId zone) {
        this.zone = zone;
        var first = past.stream().map(Arrivals::hour).min(Instant::compareTo).orElse(now);
        this.weeks = (int) Math.min(MOST_WEEKS, Duration.between(first, now).toDays() / 7);
        for (var arrivals : past) {
            for (var queue : List.of(arrivals.queue(), ALL)) {
                byQueue.computeIfAbsent(queue, name -> new HashMap<>())
                        .merge(arrivals.hour(), arrivals.count(), Integer::sum);
            }
        }
    }

    /** All that anything came to. */
    Set<String> queues() {
        return byQueue.keySet().stream().filter(queue -> !queue.equals(ALL)).collect(Collectors.toSet());
    }

    /** How many whole weeks are known, 0 to {@value #MOST_WEEKS}. */
    int weeks() {
        return weeks;
    }

    /**
     * Nothing while too few weeks are known.
     *
     * @param queue null for all together
     * @param hour its beginning
     */
    OptionalDouble expected(@Nullable String queue, Instant hour) {
        if (weeks < FEWEST_WEEKS) {
            return OptionalDouble.empty();
        }
        var known = byQueue.getOrDefault(queue == null ? ALL : queue, Map.of());
        var local = hour.atZone(zone);
        return IntStream.rangeClosed(1, weeks)
                .map(week ->
                        known.getOrDefault(local.minusWeeks(week).toInstant().truncatedTo(ChronoUnit.HOURS), 0))
                .average();
    }
}
