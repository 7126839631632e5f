package org.tandem.benchmark;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobWorker;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.tandem.engine.Engine;
import org.tandem.engine.rest.RestServer;
import org.tandem.engine.rest.RestSettings;
import org.tandem.engine.state.Changes;
import org.tandem.engine.state.State;
import org.tandem.engine.store.Store;
import org.tandem.engine.store.Stores;

/**
 * How fast the embedded engine is: processes of three service tasks whose workers, of the official client over REST, do nothing. The same
 * engine without a disk, on H2 and on PostgreSQL, side by side in one run; with a disk every command is forced to it before its answer.
 *
 * <p>Arguments: {@code --seconds 10} for each level and, to measure PostgreSQL too, {@code --postgres jdbc:postgresql://... USER PASSWORD}.
 */
final class EngineSpeed {

    private static final int[] LEVELS = {1, 64, 256};
    private static final List<String> TASKS = List.of("a", "b", "c");

    private final CamundaClient client;
    private final AtomicInteger ended = new AtomicInteger();
    private final Map<Long, Long> completedAt = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> handOvers = new ConcurrentLinkedQueue<>();
    private volatile Semaphore free = new Semaphore(0);

    /** Instances a second, and the time from completing a job to having the next one, in milliseconds. */
    private record Measured(double perSecond, double handOverP50, double handOverP99) {}

    private EngineSpeed(CamundaClient client) {
        this.client = client;
        var model = Bpmn.createExecutableProcess("three").startEvent();
        var last = model.serviceTask("a").zeebeJobType("a");
        for (var task : TASKS.subList(1, TASKS.size())) {
            last = last.serviceTask(task).zeebeJobType(task);
        }
        client.newDeployResourceCommand()
                .addProcessModel(last.endEvent().done(), "three.bpmn")
                .send()
                .join();
    }

    private JobWorker worker(String type) {
        return client.newWorker()
                .jobType(type)
                .handler((jobs, job) -> {
                    var now = System.nanoTime();
                    var before = completedAt.put(job.getProcessInstanceKey(), now);
                    if (before != null) {
                        handOvers.add(now - before);
                    }
                    var completion = jobs.newCompleteCommand(job).send();
                    if (type.equals("c")) {
                        completedAt.remove(job.getProcessInstanceKey());
                        completion.thenRun(() -> {
                            ended.incrementAndGet();
                            free.release();
                        });
                    }
                })
                .maxJobsActive(128)
                .timeout(Duration.ofMinutes(1))
                .streamEnabled(false)
                .pollInterval(Duration.ofMillis(5))
                .open();
    }

    private Measured run(int inFlight, Duration time) throws InterruptedException {
        free = new Semaphore(inFlight);
        handOvers.clear();
        var before = ended.get();
        var begin = System.nanoTime();
        while (System.nanoTime() - begin < time.toNanos()) {
            free.acquire();
            client.newCreateInstanceCommand()
                    .bpmnProcessId("three")
                    .latestVersion()
                    .variables(Map.of("text", "x".repeat(200)))
                    .send();
        }
        var seconds = (System.nanoTime() - begin) / 1e9;
        var count = ended.get() - before;
        free.acquire(inFlight);
        var sorted = handOvers.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Measured(count / seconds, at(sorted, .5), at(sorted, .99));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }

    private static List<Measured> measure(Store store, Duration time) throws Exception {
        try (var engine = new Engine(store, InstantSource.system());
                var server = new RestServer(engine, RestSettings.onLoopback(0));
                var client = CamundaClient.newClientBuilder()
                        .restAddress(server.address())
                        .grpcAddress(server.address())
                        .preferRestOverGrpc(true)
                        .numJobWorkerExecutionThreads(8)
                        .build()) {
            var speed = new EngineSpeed(client);
            var workers = TASKS.stream().map(speed::worker).toList();
            speed.run(64, time);
            var measured = new ArrayList<Measured>();
            for (var level : LEVELS) {
                measured.add(speed.run(level, time));
            }
            workers.forEach(JobWorker::close);
            return measured;
        }
    }

    /** The control: what it would be if nothing had to be kept. */
    private static final class Nowhere implements Store {

        private final Store empty = Stores.inMemory();

        @Override
        public void load(State into) {}

        @Override
        public void commit(Changes changes) {}

        @Override
        public long deleteHistory(long endedBefore, int atMost) {
            return 0;
        }

        @Override
        public DataSource reading() {
            return empty.reading();
        }

        @Override
        public void close() {
            empty.close();
        }
    }

    public static void main(String[] args) throws Exception {
        var options = Arrays.asList(args);
        var seconds = options.indexOf("--seconds");
        var time = Duration.ofSeconds(seconds < 0 ? 10 : Long.parseLong(options.get(seconds + 1)));
        var folder = Files.createTempDirectory("engine-speed-");
        var control = measure(new Nowhere(), time);
        print("no disk", control, control);
        var file = folder.resolve("engine");
        print("H2", measure(Stores.open("jdbc:h2:file:" + file, "sa", ""), time), control);
        System.out.printf("H2's file: %.1f MB%n", size(folder) / 1e6);
        var postgres = options.indexOf("--postgres");
        if (postgres >= 0) {
            var store = Stores.open(options.get(postgres + 1), options.get(postgres + 2), options.get(postgres + 3));
            print("PostgreSQL", measure(store, time), control);
        }
        System.exit(0);
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void print(String store, List<Measured> measured, List<Measured> control) {
        for (int i = 0; i < LEVELS.length; i++) {
            var one = measured.get(i);
            System.out.printf(
                    "%-10s %3d in flight: %6.0f instances/s (%.2f of no disk), hand-over p50 %.1f ms, p99 %.1f ms%n",
                    store,
                    LEVELS[i],
                    one.perSecond(),
                    one.perSecond() / control.get(i).perSecond(),
                    one.handOverP50(),
                    one.handOverP99());
        }
    }
}
