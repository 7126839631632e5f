package org.tandem.desk.waiting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.tandem.inquiry.Expectation;
import org.tandem.inquiry.Waits.Wait;

/**
 * What is known of a queue at one moment. A wait is first guessed from the load: the place in the queue times the usual handling time, by
 * the people there. How far such guesses were off for past customers then gives the range, as in split conformal prediction (Vovk,
 * Gammerman, Shafer: Algorithmic Learning in a Random World, 2005): whatever the guess lacks, the stated shares hold as long as
 * customers come as they came.
 */
final class QueueHistory {

    /** With fewer past waits nothing is said: nine in ten of a handful is a guess. */
    static final int FEWEST = 30;

    /** With fewer answers that follow each other nothing is said of how long one takes. */
    static final int FEWEST_HANDLED = 5;

    private static final int MOST = 300;
    private static final Duration STILL_THERE = Duration.ofHours(1);
    private static final Duration SHORTEST_HANDLING = Duration.ofSeconds(20);

    private final List<Wait> waits;
    private final Instant now;

    /** How many had come before whoever still waits since then. */
    private final NavigableMap<Instant, Integer> before = new TreeMap<>();

    private final int waiting;
    private final double handlingSeconds;
    private final boolean handlingKnown;
    private final long peopleThere;
    private final double[] factors;

    /** @param waits in the order in which they began */
    QueueHistory(List<Wait> waits, Instant now) {
        this.waits = List.copyOf(waits);
        this.now = now;
        var stillThere = waits.stream().filter(wait -> !isOver(wait, now)).toList();
        this.waiting = stillThere.size();
        for (int i = 0; i < waiting; i++) {
            before.putIfAbsent(stillThere.get(i).since(), i);
        }
        var gaps = gaps();
        this.handlingKnown = gaps.size() >= FEWEST_HANDLED;
        this.handlingSeconds = Math.max(SHORTEST_HANDLING.toSeconds(), gaps.isEmpty() ? 0 : gaps.get(gaps.size() / 2));
        this.peopleThere = peopleThere(now);
        this.factors = factors();
    }

    /**
     * How long one takes, from one answer of a person to their next, or from when that case came if it came later: until then they had no
     * work with it. Nothing while too few are known. That somebody is away is not looked at: it only says that they want no offers, and
     * many finish what they have before they go.
     */
    Optional<Duration> handling() {
        return handlingKnown ? Optional.of(Duration.ofMillis(Math.round(handlingSeconds * 1000))) : Optional.empty();
    }

    /** For a customer who waits since then. */
    Expectation expectation(Instant since) {
        var place = place(since);
        return factors.length < FEWEST
                ? new Expectation(place, null, null)
                : new Expectation(place, within(0.5, place), within(0.9, place));
    }

    private Duration within(double share, int place) {
        var rank = (int) Math.ceil(share * (factors.length + 1));
        var factor = factors[Math.min(rank, factors.length) - 1];
        return Duration.ofSeconds(Math.round(factor * guess(place, peopleThere)));
    }

    private double[] factors() {
        var past = waits.stream().filter(wait -> isOver(wait, now)).toList();
        return past.subList(Math.max(0, past.size() - MOST), past.size()).stream()
                .mapToDouble(wait -> seconds(wait.since(), Objects.requireNonNull(wait.until()))
                        / guess(placeThen(wait.since()), peopleThere(wait.since())))
                .sorted()
                .toArray();
    }

    private double guess(int place, long people) {
        return place * handlingSeconds / people;
    }

    /** One more than there are waiting who had come before. Thousands ask, so that they are not counted for each. */
    private int place(Instant since) {
        var next = before.ceilingEntry(since);
        return 1 + (next == null ? waiting : next.getValue());
    }

    /** The place of whoever came at that moment. */
    private int placeThen(Instant at) {
        return 1
                + (int) waits.stream()
                        .filter(wait -> wait.since().isBefore(at) && !isOver(wait, at))
                        .count();
    }

    private long peopleThere(Instant at) {
        var from = at.minus(STILL_THERE);
        return Math.max(
                1,
                waits.stream()
                        .filter(wait -> isOver(wait, at) && wait.agent() != null)
                        .filter(wait -> Objects.requireNonNull(wait.until()).isAfter(from))
                        .map(Wait::agent)
                        .distinct()
                        .count());
    }

    /** The times that people were on a case where their answers follow each other, the shortest first. */
    private List<Double> gaps() {
        var answers = new HashMap<String, List<Wait>>();
        waits.stream()
                .filter(wait -> isOver(wait, now) && wait.agent() != null)
                .forEach(wait -> answers.computeIfAbsent(
                                Objects.requireNonNull(wait.agent()), agent -> new ArrayList<>())
                        .add(wait));
        var gaps = new ArrayList<Double>();
        answers.values().forEach(answered -> {
            answered.sort(Comparator.comparing(QueueHistory::end));
            for (var i = 1; i < answered.size(); i++) {
                var before = end(answered.get(i - 1));
                var one = answered.get(i);
                if (end(one).isBefore(before.plus(STILL_THERE))) {
                    gaps.add(seconds(one.since().isAfter(before) ? one.since() : before, end(one)));
                }
            }
        });
        return gaps.stream().sorted().toList();
    }

    private static Instant end(Wait answered) {
        return Objects.requireNonNull(answered.until());
    }

    private static boolean isOver(Wait wait, Instant at) {
        return wait.until() != null && !wait.until().isAfter(at);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
