package org.tandem.desk.waiting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
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

    private static final int MOST = 300;
    private static final Duration STILL_THERE = Duration.ofHours(1);
    private static final Duration SHORTEST_HANDLING = Duration.ofSeconds(20);

    private final List<Wait> waits;
    private final Instant now;
    private final double handlingSeconds;
    private final double[] factors;

    /** @param waits in the order in which they began */
    QueueHistory(List<Wait> waits, Instant now) {
        this.waits = List.copyOf(waits);
        this.now = now;
        this.handlingSeconds = usualHandling();
        this.factors = factors();
    }

    /** For a customer who waits since then. */
    Expectation expectation(Instant since) {
        var place = place(since, now);
        return factors.length < FEWEST
                ? new Expectation(place, null, null)
                : new Expectation(place, within(0.5, place), within(0.9, place));
    }

    private Duration within(double share, int place) {
        var rank = (int) Math.ceil(share * (factors.length + 1));
        var factor = factors[Math.min(rank, factors.length) - 1];
        return Duration.ofSeconds(Math.round(factor * guess(place, now)));
    }

    private double[] factors() {
        var past = waits.stream().filter(wait -> isOver(wait, now)).toList();
        return past.subList(Math.max(0, past.size() - MOST), past.size()).stream()
                .mapToDouble(wait -> seconds(wait.since(), Objects.requireNonNull(wait.until()))
                        / guess(place(wait.since(), wait.since()), wait.since()))
                .sorted()
                .toArray();
    }

    private double guess(int place, Instant at) {
        return place * handlingSeconds / peopleThere(at);
    }

    /** One more than there were waiting at that moment who had come before. */
    private int place(Instant since, Instant at) {
        return 1
                + (int) waits.stream()
                        .filter(wait -> wait.since().isBefore(since) && !isOver(wait, at))
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

    /** The middle of the times between two answers of the same person, where these follow each other. */
    private double usualHandling() {
        var answers = new HashMap<String, List<Instant>>();
        waits.stream()
                .filter(wait -> isOver(wait, now) && wait.agent() != null)
                .forEach(wait -> answers.computeIfAbsent(
                                Objects.requireNonNull(wait.agent()), agent -> new ArrayList<>())
                        .add(Objects.requireNonNull(wait.until())));
        var gaps = new ArrayList<Double>();
        answers.values().forEach(moments -> {
            moments.sort(Comparator.naturalOrder());
            for (var i = 1; i < moments.size(); i++) {
                gaps.add(seconds(moments.get(i - 1), moments.get(i)));
            }
        });
        var usual = gaps.stream()
                .filter(gap -> gap < STILL_THERE.toSeconds())
                .sorted()
                .toList();
        return Math.max(SHORTEST_HANDLING.toSeconds(), usual.isEmpty() ? 0 : usual.get(usual.size() / 2));
    }

    private static boolean isOver(Wait wait, Instant at) {
        return wait.until() != null && !wait.until().isAfter(at);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
