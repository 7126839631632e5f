package org.tandem.quality.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which inquiries would be decided by another rule, or go another way. */
final class Moves {

    private static final int EXAMPLES = 5;

    private record Way(Route from, Route to) {}

    private static final class Count {
        private int cases;
        private final List<String> examples = new ArrayList<>();
    }

    /** @param examples numbers of some of the cases */
    public record Move(Route from, Route to, int cases, List<String> examples) {

        /** Whether somebody else would answer. */
        public boolean isAnotherAnswerer() {
            return from.isAnswer() != to.isAnswer();
        }
    }

    private final Map<Way, Count> ways = new HashMap<>();

    void add(Route from, Route to, String number) {
        if (from.equals(to)) {
            return;
        }
        var count = ways.computeIfAbsent(new Way(from, to), way -> new Count());
        count.cases++;
        if (count.examples.size() < EXAMPLES && !count.examples.contains(number)) {
            count.examples.add(number);
        }
    }

    /** Those first after which somebody else answers, and then the most frequent. */
    List<Move> all() {
        return ways.entrySet().stream()
                .map(way -> new Move(
                        way.getKey().from(),
                        way.getKey().to(),
                        way.getValue().cases,
                        List.copyOf(way.getValue().examples)))
                .sorted(Comparator.comparing(Move::isAnotherAnswerer)
                        .thenComparing(Move::cases)
                        .reversed())
                .toList();
    }
}
