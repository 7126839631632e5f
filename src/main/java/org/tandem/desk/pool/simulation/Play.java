package org.tandem.desk.pool.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/** Plays the days from event to event: cases come, agents come and go, offers are answered, work is done. */
final class Play {

    private final Setup setup;
    private final Way way;
    private final List<Case> cases;
    private final List<Worker> workers;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final Set<Worker> there = new LinkedHashSet<>();
    private final Map<Set<String>, TreeSet<Case>> waiting = new HashMap<>();
    private final Map<Integer, Set<String>> refused = new HashMap<>();
    private final Map<Integer, Integer> shifts = new HashMap<>();
    private final Outcome outcome;
    private final Batch batch = new Batch();
    private long order;

    Play(Setup setup, Way way) {
        var world = new World(setup);
        this.setup = setup;
        this.way = way;
        this.cases = world.cases();
        this.workers = world.workers();
        this.outcome = new Outcome(cases.size());
        cases.forEach(one -> at(one.comes(), now -> comes(one, now)));
        world.shifts(cases, workers).forEach(shift -> {
            at(shift.from(), now -> begins(workers.get(shift.worker()), now));
            at(shift.to(), now -> ends(workers.get(shift.worker()), now));
        });
        if (way.isInBatches()) {
            at(Batch.SECONDS, this::together);
        }
    }

    private record Event(long at, long order, Happening happening) implements Comparable<Event> {

        @Override
        public int compareTo(Event other) {
            var time = Long.compare(at, other.at);
            return time != 0 ? time : Long.compare(order, other.order);
        }
    }

    private interface Happening {
        void at(long now);
    }

    /** What is not done when the days are over has waited until then. */
    Outcome play() {
        var end = (long) setup.days() * World.DAY;
        while (!events.isEmpty() && events.peek().at() <= end) {
            var event = events.poll();
            event.happening().at(event.at());
        }
        there.forEach(worker -> worker.count(end));
        waiting.values().forEach(left -> left.forEach(one -> outcome.waited(one, end, false)));
        outcome.ends(workers);
        return outcome;
    }

    private void at(long when, Happening happening) {
        events.add(new Event(when, order++, happening));
    }

    private void comes(Case one, long now) {
        if (!give(one, now)) {
            waiting.computeIfAbsent(one.skills(), skills -> new TreeSet<>(way.order()))
                    .add(one);
        }
    }

    /** A shift that goes on after midnight may meet the next one. */
    private void begins(Worker worker, long now) {
        if (shifts.merge(worker.number, 1, Integer::sum) == 1) {
            worker.comes(now);
            there.add(worker);
            fill(worker, now);
        }
    }

    /** Whoever goes finishes what they have. */
    private void ends(Worker worker, long now) {
        if (shifts.merge(worker.number, -1, Integer::sum) == 0) {
            worker.goes(now);
            there.remove(worker);
        }
    }

    private boolean give(Case one, long now) {
        var worker = way.choose(one, refused.getOrDefault(one.number(), Set.of()), there, now);
        if (worker == null) {
            return false;
        }
        give(one, worker, now);
        return true;
    }

    private void give(Case one, Worker worker, long now) {
        worker.offered(now);
        var luck = Dice.of(setup.seed(), 31 + one.number(), worker.number);
        if (way.isPull() || luck >= setup.declines() + setup.noShows()) {
            var answers = way.isPull() ? now : now + answerSeconds(one, worker);
            at(answers, then -> works(one, worker, then));
        } else if (luck < setup.declines()) {
            at(now + answerSeconds(one, worker), then -> refuses(one, worker, then));
        } else {
            at(now + setup.offerSeconds(), then -> refuses(one, worker, then));
        }
    }

    private void together(long now) {
        var first = waiting.values().stream()
                .flatMap(queue -> queue.stream().limit(Batch.MOST))
                .sorted(way.order())
                .limit(Batch.MOST)
                .toList();
        var free = there.stream().filter(Worker::hasRoom).toList();
        batch.assign(first, free, one -> refused.getOrDefault(one.number(), Set.of()), now)
                .forEach((one, worker) -> {
                    waitsNoMore(one);
                    give(one, worker, now);
                });
        at(now + Batch.SECONDS, this::together);
    }

    private void waitsNoMore(Case one) {
        waiting.computeIfAbsent(one.skills(), skills -> new TreeSet<>(way.order()))
                .remove(one);
    }

    private long answerSeconds(Case one, Worker worker) {
        return 3
                + (long) (Dice.of(setup.seed(), 41 + one.number(), worker.number)
                        * Math.min(20, setup.offerSeconds() - 3));
    }

    private void works(Case one, Worker worker, long now) {
        outcome.waited(one, now, true);
        worker.accepts(one.price(), now);
        at(now + one.handlingSeconds(), then -> isFree(worker, then));
    }

    private void refuses(Case one, Worker worker, long now) {
        refused.computeIfAbsent(one.number(), number -> new HashSet<>()).add(worker.name);
        outcome.refused();
        worker.isFree(now);
        comes(one, now);
        fill(worker, now);
    }

    private void isFree(Worker worker, long now) {
        worker.isFree(now);
        fill(worker, now);
    }

    /** What waits goes out in its order, as far as this worker has room; the decision looks at everybody. */
    private void fill(Worker worker, long now) {
        while (worker.hasRoom() && !way.isInBatches()) {
            var next = waiting.values().stream()
                    .filter(queue -> !queue.isEmpty()
                            && worker.skills.containsAll(queue.getFirst().skills()))
                    .map(queue -> firstFor(worker, queue))
                    .flatMap(List::stream)
                    .min(way.order());
            if (next.isEmpty() || !give(next.get(), now)) {
                return;
            }
            var one = next.get();
            waitsNoMore(one);
        }
    }

    private List<Case> firstFor(Worker worker, TreeSet<Case> queue) {
        var first = new ArrayList<Case>(1);
        for (var one : queue) {
            if (!refused.getOrDefault(one.number(), Set.of()).contains(worker.name)) {
                first.add(one);
                break;
            }
        }
        return first;
    }
}
