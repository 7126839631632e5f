package org.tandem.desk.pool.simulation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tandem.desk.pool.allocation.Allocation;
import org.tandem.desk.pool.allocation.Decision;
import org.tandem.desk.pool.allocation.Rules;
import org.tandem.desk.pool.allocation.Score;

/** Gathers what waits for some seconds and gives it out at once, so that the sum of the same scores is largest. */
final class Batch {

    static final int SECONDS = 10;
    static final int MOST = 100;

    /** More than all scores together, so that as many as possible are given out. */
    private static final double GIVEN = 1e6;

    private final Allocation allocation = new Allocation(Rules.DEFAULT);

    /** @return who gets which of the cases; nobody, if that is not in it */
    Map<Case, Worker> assign(List<Case> cases, List<Worker> free, Function<Case, Set<String>> refused, long now) {
        var pool = free.stream().map(Worker::candidate).toList();
        var place = new HashMap<String, Integer>();
        free.forEach(worker -> place.put(worker.name, place.size()));
        var value = new double[cases.size()][free.size()];
        for (var row = 0; row < value.length; row++) {
            var one = cases.get(row);
            if (allocation.decide(one.waiting(refused.apply(one)), pool, Instant.ofEpochSecond(now))
                    instanceof Decision.Offer offer) {
                for (Score score : Stream.concat(Stream.of(offer.chosen()), offer.others().stream())
                        .toList()) {
                    value[row][place.getOrDefault(score.agent(), 0)] = GIVEN + score.total();
                }
            }
        }
        var given = new HashMap<Case, Worker>();
        best(value, free.size()).forEach((row, column) -> {
            if (value[row][column] >= GIVEN / 2) {
                given.put(cases.get(row), free.get(column));
            }
        });
        return given;
    }

    /** The method wants no more rows than columns, and is faster with few rows. */
    private static Map<Integer, Integer> best(double[][] value, int columns) {
        var pairs = new HashMap<Integer, Integer>();
        if (value.length <= columns) {
            var best = Assignment.best(value);
            IntStream.range(0, best.length).forEach(row -> pairs.put(row, best[row]));
        } else if (columns > 0) {
            var turned = new double[columns][value.length];
            for (var row = 0; row < value.length; row++) {
                for (var column = 0; column < columns; column++) {
                    turned[column][row] = value[row][column];
                }
            }
            var best = Assignment.best(turned);
            IntStream.range(0, best.length).forEach(column -> pairs.put(best[column], column));
        }
        return pairs;
    }
}
