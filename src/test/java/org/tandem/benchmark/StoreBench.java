package org.tandem.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.tandem.engine.state.State;
import org.tandem.engine.store.Store;
import org.tandem.engine.store.Stores;
import org.tandem.testing.PostgresCluster;
import org.tandem.testing.SampleInstances;

/**
 * The store alone: process instances with three service tasks, as the engine writes them, a group of commands a commit. Options: store
 * (h2, memory, postgres or a JDBC address), instances, group (commands a commit), active (instances left waiting).
 */
final class StoreBench {

    private static final int REPORTS = 6;

    private StoreBench() {}

    public static void main(String[] args) throws IOException {
        var options = Options.of(args);
        var instances = Integer.parseInt(options.get("--instances", "30000"));
        var group = Integer.parseInt(options.get("--group", "16"));
        var active = Integer.parseInt(options.get("--active", "0"));
        var kind = options.get("--store", "h2");
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "store-bench-");
        try (var cluster = kind.equals("postgres") ? PostgresCluster.start(Path.of("target"), true) : null) {
            var url = switch (kind) {
                case "h2" ->
                    "jdbc:h2:file:" + folder.toAbsolutePath().resolve("engine") + options.get("--settings", "");
                case "memory" -> "jdbc:h2:mem:bench";
                case "postgres" -> Objects.requireNonNull(cluster).newDatabase();
                default -> kind;
            };
            var user = kind.equals("postgres") ? PostgresCluster.USER : options.get("--user", "sa");
            var state = new State();
            try (var store = Stores.open(url, user, options.get("--password", ""))) {
                write(store, state, instances, group, active);
                System.out.printf("on disk while open %,d bytes%n", cluster == null ? size(folder) : cluster.size());
            }
            System.out.printf("on disk when closed %,d bytes%n", cluster == null ? size(folder) : cluster.size());
            if (!kind.equals("memory")) {
                var begin = System.nanoTime();
                try (var store = Stores.open(url, user, options.get("--password", ""))) {
                    System.out.printf("opened in %.2f s%n", seconds(begin));
                    begin = System.nanoTime();
                    store.load(new State());
                    System.out.printf("loaded in %.2f s%n", seconds(begin));
                    begin = System.nanoTime();
                    var deleted = store.deleteHistory(Long.MAX_VALUE, 100);
                    System.out.printf("%d deleted in %.3f s%n", deleted, seconds(begin));
                }
            }
        }
    }

    static void write(Store store, State state, int instances, int group, int active) {
        var sample = new SampleInstances(state);
        var open = new ArrayDeque<Long>();
        var nanos = new long[instances * (SampleInstances.STEPS + 1) / group + 2];
        var commits = 0;
        var started = 0;
        var finished = 0;
        var reported = System.nanoTime();
        var begin = reported;
        while (finished < instances) {
            for (var i = 0; i < group && finished < instances; i++) {
                if (started < finished + 4 * group && started < instances) {
                    open.add(sample.create());
                    started++;
                } else {
                    var next = open.remove();
                    if (sample.step(next)) {
                        open.add(next);
                    } else {
                        finished++;
                    }
                }
            }
            var before = System.nanoTime();
            store.commit(state.takeChanges());
            nanos[commits++] = System.nanoTime() - before;
            if (finished / (instances / REPORTS + 1) > (finished - 1) / (instances / REPORTS + 1) && finished > 1) {
                System.out.printf("%,7d finished, %6.1f s%n", finished, seconds(begin));
            }
        }
        report(begin, instances, Arrays.copyOf(nanos, commits));
        for (var i = 0; i < active; i++) {
            sample.create();
            if (i % group == 0) {
                store.commit(state.takeChanges());
            }
        }
        store.commit(state.takeChanges());
    }

    private static void report(long begin, int instances, long[] nanos) {
        var seconds = seconds(begin);
        var inCommit = Arrays.stream(nanos).sum() / 1e9;
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%,d instances, %,d commits in %.1f s: %.0f instances/s, %.2f ms a commit (p50 %.2f, p99 %.2f, longest %.0f)%n",
                instances,
                nanos.length,
                seconds,
                instances / seconds,
                inCommit / nanos.length * 1e3,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
