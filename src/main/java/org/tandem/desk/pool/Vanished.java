package org.tandem.desk.pool;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tandem.desk.OpenWork;
import org.tandem.desk.TasksAway;
import org.tandem.desk.pool.OfferTable.Open;

/**
 * Gives back the tasks of whoever says that they are available and gives no sign, also those that they took from the list or were given. After a
 * start the time begins anew. What was accepted is for {@link Settling}.
 */
@Component
class Vanished {

    private static final Logger log = LoggerFactory.getLogger(Vanished.class);

    private final PresenceTable presences;
    private final OfferTable offers;
    private final OpenWork work;
    private final PoolSettings settings;
    private final Clock clock;
    private final Map<Held, Instant> since = new HashMap<>();

    Vanished(PresenceTable presences, OfferTable offers, OpenWork work, PoolSettings settings, Clock clock) {
        this.presences = presences;
        this.offers = offers;
        this.work = work;
        this.settings = settings;
        this.clock = clock;
    }

    private record Held(long task, String agent) {}

    @Scheduled(
            initialDelayString = "${tandem.desk.pool.vanished-interval:PT1M}",
            fixedDelayString = "${tandem.desk.pool.vanished-interval:PT1M}")
    synchronized void look() {
        try {
            var now = clock.instant();
            var then = now.minus(settings.vanishedAfter());
            var seen = presences.all().stream()
                    .filter(Presence::available)
                    .collect(Collectors.toMap(Presence::agent, Presence::seenAt));
            var accepted = offers.open().stream().map(Open::taskKey).collect(Collectors.toSet());
            var held = work.heldBy(seen.keySet()).stream()
                    .filter(task -> !accepted.contains(task.key()))
                    .map(task -> new Held(task.key(), Objects.requireNonNull(task.assignee())))
                    .collect(Collectors.toSet());
            since.keySet().retainAll(held);
            for (var one : held) {
                var from = since.computeIfAbsent(one, first -> now);
                if (!from.isAfter(then)
                        && Objects.requireNonNull(seen.get(one.agent())).isBefore(then)) {
                    work.giveBack(one.task(), one.agent());
                    log.info("Task {}: {} gave no sign, so it is free again", one.task(), one.agent());
                }
            }
        } catch (TasksAway away) {
            log.debug("Tasks of people who vanished wait for the engine: {}", away.getMessage());
        }
    }
}
