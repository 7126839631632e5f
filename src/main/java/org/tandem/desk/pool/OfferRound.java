package org.tandem.desk.pool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tandem.desk.OpenWork;
import org.tandem.desk.Task;
import org.tandem.desk.TasksAway;
import org.tandem.desk.pool.Candidates.Present;
import org.tandem.desk.pool.OfferTable.Open;
import org.tandem.desk.pool.allocation.Allocation;
import org.tandem.desk.pool.allocation.Candidate;
import org.tandem.desk.pool.allocation.Decision;
import org.tandem.desk.pool.allocation.WaitingTask;

/** Every few seconds looks what became of open offers and makes new ones. Several applications may do so at once. */
@Component
public class OfferRound {

    private static final Logger log = LoggerFactory.getLogger(OfferRound.class);

    private final OpenWork work;
    private final OfferTable offers;
    private final Candidates candidates;
    private final OfferCounts counts;
    private final Settling settling;
    private final Steps steps;
    private final Prices prices;
    private final PoolSettings settings;
    private final ObjectMapper json;
    private final Clock clock;
    private final Allocation allocation;

    OfferRound(
            OpenWork work,
            OfferTable offers,
            Candidates candidates,
            OfferCounts counts,
            Settling settling,
            Steps steps,
            Prices prices,
            PoolSettings settings,
            ObjectMapper json,
            Clock clock) {
        this.work = work;
        this.offers = offers;
        this.candidates = candidates;
        this.counts = counts;
        this.settling = settling;
        this.steps = steps;
        this.prices = prices;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        this.allocation = new Allocation(settings.rules());
    }

    /** Also by hand. Without open offers and anybody who is available it does not ask the engine. */
    @Scheduled(
            initialDelayString = "${tandem.desk.pool.interval:PT2S}",
            fixedDelayString = "${tandem.desk.pool.interval:PT2S}")
    public void look() {
        try {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var present = candidates.present(now);
            var open = offers.open().size();
            if (open > 0 || isRoom(present)) {
                var pages = work.free().iterator();
                var free = read(pages, open);
                if (open > 0) {
                    settling.settle(free);
                    present = candidates.present(now);
                }
                offer(free, pages, new HashMap<>(present), now);
            }
        } catch (TasksAway away) {
            log.debug("Offers wait for the engine: {}", away.getMessage());
        }
    }

    /** What is offered was due first, so it is among as many tasks as there are offers, with few exceptions. */
    private static Map<Long, Task> read(Iterator<List<Task>> pages, int atLeast) {
        var free = new HashMap<Long, Task>();
        do {
            pages.next().forEach(task -> free.put(task.key(), task));
        } while (free.size() < atLeast && pages.hasNext());
        return free;
    }

    /** Goes on to what is due later while somebody has room: nobody may be able to do what is due first. */
    private void offer(Map<Long, Task> first, Iterator<List<Task>> pages, Map<String, Present> present, Instant now) {
        var open = offers.open().stream().map(Open::taskKey).collect(Collectors.toSet());
        var free = first;
        offer(free, open, present, now);
        for (var seen = free.size(); seen < settings.mostTasks() && isRoom(present) && pages.hasNext(); ) {
            free = read(pages, 0);
            free.keySet().removeAll(open);
            offer(free, open, present, now);
            seen += free.size();
        }
    }

    private void offer(Map<Long, Task> free, Set<Long> open, Map<String, Present> present, Instant now) {
        var refused = counts.refusedSince(now.minus(settings.againAfter()), free.keySet());
        List<WaitingTask> waiting = free.values().stream()
                .filter(task -> task.subject().skills() != null && !open.contains(task.key()))
                .map(task -> Waiting.of(task, refused))
                .sorted(allocation.order())
                .toList();
        for (var task : waiting) {
            var pool = present.values().stream().map(Present::candidate).toList();
            if (pool.stream().noneMatch(Candidate::hasRoom)) {
                break;
            }
            if (allocation.decide(task, pool, now) instanceof Decision.Offer decision) {
                make(
                        offer(Objects.requireNonNull(free.get(task.key())), task, decision, now),
                        Basis.of(task, decision, settings.rules()),
                        present);
            }
        }
    }

    private static boolean isRoom(Map<String, Present> present) {
        return present.values().stream().anyMatch(one -> one.candidate().hasRoom());
    }

    /** An agent whom another application has just offered something is looked at again in the next round. */
    private void make(Offer offer, Basis basis, Map<String, Present> present) {
        present.computeIfPresent(
                offer.agent(),
                (agent, before) ->
                        steps.make(offer, written(basis), before.presence()) ? before.offered(offer.madeAt()) : null);
    }

    private Offer offer(Task task, WaitingTask waiting, Decision.Offer decision, Instant now) {
        return new Offer(
                UUID.randomUUID(),
                task.key(),
                decision.chosen().agent(),
                About.of(task),
                now,
                now.plus(settings.offerFor()),
                prices.of(task, now),
                WhyMe.of(decision, waiting.skills()),
                Offer.State.MADE,
                now,
                null);
    }

    private String written(Basis basis) {
        try {
            return json.writeValueAsString(basis);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What an offer was decided by cannot be written", e);
        }
    }
}
