package org.tandem.desk.pool;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tandem.desk.OpenWork;
import org.tandem.desk.Task;
import org.tandem.desk.Task.Status;
import org.tandem.desk.pool.OfferTable.Open;

/**
 * Looks what became of tasks that are offered or accepted: claimed, done or given back here, in Camunda's Tasklist, or by nobody. While the
 * engine does not answer nothing runs out.
 */
@Component
class Settling {

    private static final Logger log = LoggerFactory.getLogger(Settling.class);

    /** The engine's search may know so much later what was done. */
    private static final Duration SEARCH_LAG = Duration.ofSeconds(15);

    private final OfferTable offers;
    private final PresenceTable presences;
    private final Steps steps;
    private final OpenWork work;
    private final PoolSettings settings;
    private final Clock clock;

    Settling(
            OfferTable offers,
            PresenceTable presences,
            Steps steps,
            OpenWork work,
            PoolSettings settings,
            Clock clock) {
        this.offers = offers;
        this.presences = presences;
        this.steps = steps;
        this.work = work;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param free the tasks that nobody has, by key, as far as they were found */
    void settle(Map<Long, Task> free) {
        var open = offers.open();
        var known = new HashMap<>(free);
        work.heldBy(open.stream().map(Open::agent).collect(Collectors.toSet()))
                .forEach(task -> known.put(task.key(), task));
        for (var one : open) {
            var task = Optional.ofNullable(known.get(one.taskKey())).or(() -> work.get(one.taskKey()));
            var offer = offers.find(one.offer()).orElseThrow();
            task.ifPresentOrElse(
                    found -> settle(one, offer, found),
                    () -> steps.withdraw(offer, one.accepted(), "The engine does not know the task any more."));
        }
    }

    private void settle(Open open, Offer offer, Task task) {
        var now = clock.instant();
        if (!open.accepted()) {
            answer(offer, task, now);
        } else if (open.since().plus(SEARCH_LAG).isBefore(now)) {
            outcome(offer, task, now);
        }
    }

    private void answer(Offer offer, Task task, Instant now) {
        if (task.status() == Status.COMPLETED && task.isWith(offer.agent())
                || task.isOpen() && task.isWith(offer.agent())) {
            steps.accept(offer, "You claimed the task.");
        } else if (!task.isOpen()) {
            steps.withdraw(offer, false, "The task is over.");
        } else if (task.assignee() != null) {
            steps.withdraw(offer, false, "%s has claimed the task.".formatted(task.assignee()));
        } else if (!now.isBefore(offer.expiresAt())) {
            steps.expire(offer);
        }
    }

    private void outcome(Offer offer, Task task, Instant now) {
        switch (task.status()) {
            case COMPLETED -> {
                if (task.assignee() == null || task.isWith(offer.agent())) {
                    steps.complete(offer);
                } else {
                    steps.withdraw(offer, true, "%s completed the task.".formatted(task.assignee()));
                }
            }
            case CANCELLED -> steps.withdraw(offer, true, "The process does not need the task any more.");
            case OPEN -> stillOpen(offer, task, now);
        }
    }

    private void stillOpen(Offer offer, Task task, Instant now) {
        if (task.assignee() == null) {
            steps.abandon(offer, "The task was given back.");
        } else if (!task.isWith(offer.agent())) {
            steps.withdraw(offer, true, "The task was given to %s.".formatted(task.assignee()));
        } else if (hasVanished(offer, now)
                && steps.abandon(
                        offer,
                        "There was no sign of you for %d minutes."
                                .formatted(settings.vanishedAfter().toMinutes()))) {
            work.giveBack(task.key(), offer.agent());
            log.info("Task {}: {} gave no sign, so others are offered it", task.key(), offer.agent());
        }
    }

    private boolean hasVanished(Offer offer, Instant now) {
        var then = now.minus(settings.vanishedAfter());
        return offer.stateAt().isBefore(then)
                && presences
                        .find(offer.agent())
                        .filter(agent -> agent.seenAt().isBefore(then))
                        .isPresent();
    }
}
