package org.tandem.desk.pool.simulation;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.tandem.desk.pool.allocation.Allocation;
import org.tandem.desk.pool.allocation.Rules;

/**
 * The dearest decision there is: every agent of the pool is there and has room. It is measured by the clock and by the processor's time, which
 * does not grow when the machine has other things to do.
 */
final class WholePool {

    private static final int DECISIONS = 4_000;
    private static final int WARM_UP = 2_000;

    private WholePool() {}

    static Map<String, Object> figures(Setup setup) {
        var world = new World(setup);
        var workers = world.workers();
        workers.forEach(worker -> worker.comes(worker.number));
        var pool = workers.stream().map(Worker::candidate).toList();
        var allocation = new Allocation(Rules.DEFAULT);
        var threads = ManagementFactory.getThreadMXBean();
        var clock = new Latencies();
        var processor = new Latencies();
        var cases = world.cases();
        for (var number = 0; number < WARM_UP + DECISIONS; number++) {
            var one = cases.get(number % cases.size());
            var task = one.waiting(Set.of());
            var now = Instant.ofEpochSecond(World.DAY + one.comes());
            var used = threads.getCurrentThreadCpuTime();
            var began = System.nanoTime();
            allocation.decide(task, pool, now);
            if (number >= WARM_UP) {
                clock.add(System.nanoTime() - began);
                processor.add(threads.getCurrentThreadCpuTime() - used);
            }
        }
        var figures = new LinkedHashMap<String, Object>();
        figures.put("wholePoolFreeP50Millis", clock.millis(0.5));
        figures.put("wholePoolFreeP99Millis", clock.millis(0.99));
        figures.put("wholePoolFreeP99MillisOfProcessor", processor.millis(0.99));
        return figures;
    }
}
