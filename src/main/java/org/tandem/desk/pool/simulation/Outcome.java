package org.tandem.desk.pool.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What became of the cases and the agents in one way. */
final class Outcome {

    private static final int SMALLEST_GROUP = 5;

    private static final int URGENT = 80;

    private final List<Long> waits = new ArrayList<>();
    private final List<Long> urgent = new ArrayList<>();
    private final int came;
    private int begun;
    private int late;
    private int refused;
    private List<Worker> workers = List.of();

    Outcome(int came) {
        this.came = came;
    }

    void waited(Case one, long until, boolean isBegun) {
        waits.add(until - one.comes());
        if (one.priority() >= URGENT) {
            urgent.add(until - one.comes());
        }
        begun += isBegun ? 1 : 0;
        late += until > one.due() ? 1 : 0;
    }

    void refused() {
        refused++;
    }

    void ends(List<Worker> all) {
        workers = all.stream()
                .filter(worker -> worker.availableSeconds() >= 3_600)
                .toList();
    }

    /** In the words of the printout. */
    Map<String, Object> figures() {
        var sorted = sorted(waits);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("cases", came);
        figures.put("begun", begun);
        figures.put("waitP50Seconds", at(sorted, 0.5));
        figures.put("waitP95Seconds", at(sorted, 0.95));
        figures.put("waitLongestSeconds", at(sorted, 1));
        figures.put("urgentWaitP95Seconds", at(sorted(urgent), 0.95));
        figures.put("breachShare", rounded((double) late / Math.max(1, waits.size())));
        figures.put("idleShare", rounded(idle()));
        figures.put("offersRefused", refused);
        figures.put("giniOffers", rounded(gini(Worker::offersPerHour)));
        figures.put("giniPay", rounded(gini(Worker::payPerHour)));
        return figures;
    }

    private static long[] sorted(List<Long> seconds) {
        return seconds.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static long at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))];
    }

    private double idle() {
        var available = workers.stream().mapToLong(Worker::availableSeconds).sum();
        var busy = workers.stream().mapToLong(Worker::busySeconds).sum();
        return 1 - (double) busy / Math.max(1, available);
    }

    /** Within groups of the same skills and wishes, each group counting as many as it has. */
    private double gini(ToDoubleFunction<Worker> value) {
        var groups =
                new HashMap<>(workers.stream().collect(Collectors.groupingBy(worker -> worker.group + worker.cap)));
        groups.values().removeIf(group -> group.size() < SMALLEST_GROUP);
        var all = groups.values().stream().mapToInt(List::size).sum();
        return groups.values().stream()
                .mapToDouble(group ->
                        group.size() * Gini.of(group.stream().mapToDouble(value).toArray()) / all)
                .sum();
    }

    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }
}
