package org.tandem.desk.pool;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tandem.desk.OpenWork;
import org.tandem.desk.TasksAway;
import org.tandem.desk.pool.HeldTable.Held;
import org.tandem.desk.pool.OfferTable.Open;

/**
 * Gives back the tasks of whoever says that they are available and gives no sign, also those that they took from the list or were given. The
 * time outlives a restart. What was accepted is for {@link Settling}.
 */
@Component
class Vanished {

    private static final Logger log = LoggerFactory.getLogger(Vanished.class);

    private final PresenceTable presences;
    private final OfferTable offers;
    private final HeldTable table;
    private final OpenWork work;
    private final PoolSettings settings;
    private final Clock clock;

    Vanished(
            PresenceTable presences,
            OfferTable offers,
            HeldTable table,
            OpenWork work,
            PoolSettings settings,
            Clock clock) {
        this.presences = presences;
        this.offers = offers;
        this.table = table;
        this.work = work;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${tandem.desk.pool.vanished-interval:PT1M}",
            fixedDelayString = "${tandem.desk.pool.vanished-interval:PT1M}")
    synchronized void look() {
        try {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var then = now.minus(settings.vanishedAfter());
            var seen = presences.all().stream()
                    .filter(Presence::available)
                    .collect(Collectors.toMap(Presence::agent, Presence::seenAt));
            var accepted = offers.open().stream().map(Open::taskKey).collect(Collectors.toSet());
            var held = work.heldBy(seen.keySet()).stream()
                    .filter(task -> !accepted.contains(task.key()))
                    .map(task -> new Held(task.key(), Objects.requireNonNull(task.assignee())))
                    .collect(Collectors.toSet());
            for (var known : table.since(held, now).entrySet()) {
                var one = known.getKey();
                if (!known.getValue().isAfter(then)
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
