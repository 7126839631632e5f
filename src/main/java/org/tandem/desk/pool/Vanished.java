package org.tandem.desk.pool;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tandem.desk.OpenWork;
import org.tandem.desk.TasksAway;
import org.tandem.desk.pool.HeldTable.Held;
import org.tandem.desk.pool.OfferTable.Open;

/**
 * Gives back the tasks of whoever is in the pool and gives no sign, available or not, also those that they took from the list or were given.
 * The time outlives a restart. What was accepted is for {@link Settling}.
 */
@Component
class Vanished {

    private static final Logger log = LoggerFactory.getLogger(Vanished.class);

    private final ProfileTable profiles;
    private final PresenceTable presences;
    private final OfferTable offers;
    private final HeldTable table;
    private final OpenWork work;
    private final PoolSettings settings;
    private final Clock clock;

    Vanished(
            ProfileTable profiles,
            PresenceTable presences,
            OfferTable offers,
            HeldTable table,
            OpenWork work,
            PoolSettings settings,
            Clock clock) {
        this.profiles = profiles;
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
            var members = profiles.all().stream().map(Profile::agent).collect(Collectors.toSet());
            var accepted = offers.open().stream().map(Open::taskKey).collect(Collectors.toSet());
            var held = work.heldBy(members).stream()
                    .filter(task -> !accepted.contains(task.key()))
                    .map(task -> new Held(task.key(), Objects.requireNonNull(task.assignee())))
                    .collect(Collectors.toSet());
            var seen = presences.all().stream().collect(Collectors.toMap(Presence::agent, Presence::seenAt));
            held.stream()
                    .map(Held::agent)
                    .distinct()
                    .filter(agent -> !seen.containsKey(agent))
                    .forEach(agent -> begin(agent, now));
            for (var known : table.since(held, now).entrySet()) {
                var one = known.getKey();
                if (seen.getOrDefault(one.agent(), now).isBefore(then)
                        && !known.getValue().isAfter(then)) {
                    work.giveBack(one.task(), one.agent());
                    log.info("Task {}: {} gave no sign, so it is free again", one.task(), one.agent());
                }
            }
        } catch (TasksAway away) {
            log.debug("Tasks of people who vanished wait for the engine: {}", away.getMessage());
        }
    }

    /** No sign is noted of who was never available, so theirs begin when they first have a task. */
    private void begin(String agent, Instant now) {
        try {
            presences.add(new Presence(agent, false, 0, 0, now, now, 0));
        } catch (DuplicateKeyException faster) {
            // they have just become available, or another application has noted the same
        }
    }
}
