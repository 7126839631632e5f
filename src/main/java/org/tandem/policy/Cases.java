package org.tandem.policy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tandem.bpmn.Decision;

/**
 * The cases that a decision table tells apart, found by asking its own cells about every value that they mention, and those between
 * and beside them. Cells that look at more than their own column are never claimed to hold, nor not to.
 */
final class Cases {

    private static final int MOST = 100_000;

    private final int rules;
    private final List<Column> columns;

    private Cases(int rules, List<Column> columns) {
        this.rules = rules;
        this.columns = columns;
    }

    /** Two rules, by their number, that both hold in a case. */
    record Overlap(int one, int other, Map<String, String> when) {}

    /** Nothing, if it is too large to look through. */
    static Optional<Cases> of(Decision table, Map<String, Set<Object>> known) {
        var byExpression = new LinkedHashMap<String, List<Integer>>();
        IntStream.range(0, table.inputs().size())
                .forEach(column -> byExpression
                        .computeIfAbsent(table.inputs().get(column).expression().text(), text -> new ArrayList<>())
                        .add(column));
        var columns = byExpression.entrySet().stream()
                .map(entry -> Column.of(table, entry.getValue(), known.get(entry.getKey())))
                .toList();
        return columns.stream().mapToInt(column -> column.values().size()).sum()
                                * (long) table.rules().size()
                        > MOST
                ? Optional.empty()
                : Optional.of(new Cases(table.rules().size(), columns));
    }

    /** A case in which certainly none of the rules holds. */
    Optional<Map<String, String>> gap() {
        var all = new BitSet();
        all.set(0, rules);
        return gap(0, all, new LinkedHashMap<>(), new HashSet<>());
    }

    private record Visited(int column, BitSet rules) {}

    private Optional<Map<String, String>> gap(int at, BitSet left, Map<String, String> when, Set<Visited> seen) {
        if (left.isEmpty()) {
            return Optional.of(when);
        }
        if (at == columns.size() || !seen.add(new Visited(at, left))) {
            return Optional.empty();
        }
        var column = columns.get(at);
        for (var value : column.everyday()) {
            var still = (BitSet) left.clone();
            still.and(column.mayHold(value));
            var with = new LinkedHashMap<>(when);
            column.say(value).ifPresent(words -> with.put(column.title(), words));
            var found = gap(at + 1, still, with, seen);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Pairs of rules that certainly hold together in some case. */
    List<Overlap> overlaps() {
        var found = new ArrayList<Overlap>();
        for (var one = 0; one < rules; one++) {
            for (var other = one + 1; other < rules; other++) {
                overlap(one, other).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Overlap> overlap(int one, int other) {
        var when = new LinkedHashMap<String, String>();
        for (var column : columns) {
            var value = column.bothHold(one, other);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            value.filter(sample -> column.isAskedBy(one) || column.isAskedBy(other))
                    .flatMap(column::say)
                    .ifPresent(words -> when.put(column.title(), words));
        }
        return Optional.of(new Overlap(one + 1, other + 1, when));
    }

    /** {@code a is 1 and b is "x"} */
    static String words(Map<String, String> when) {
        return Words.list(when.entrySet().stream()
                .map(entry -> "\"%s\" is %s".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.toList()));
    }
}
