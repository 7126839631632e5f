package org.tandem.engine.core;

import io.camunda.zeebe.model.bpmn.Bpmn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.DeployableFiles;
import org.tandem.engine.state.Definition;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.Entity;
import org.tandem.engine.state.Incident;
import org.tandem.engine.state.Job;
import org.tandem.engine.state.JsonValue;
import org.tandem.engine.state.Message;
import org.tandem.engine.state.State;
import org.tandem.engine.state.Timer;
import org.tandem.engine.state.UserTask;
import org.tandem.engine.store.Store;

/**
 * The life of an engine from a seed: random processes, random commands, time that passes, crashes, faults in the middle of commands. After
 * every step the invariants hold and a crash would lose nothing. The same seed gives the same life.
 */
final class Simulation {

    private static final List<Duration> SPANS =
            List.of(Duration.ofSeconds(1), Duration.ofMinutes(2), Duration.ofHours(2), Duration.ofDays(2));
    private static final List<String> IDS = List.of("one", "two", "three");

    /** Making and reading models takes longest, so a thousand seeds share some hundred of them; the next thousand has others. */
    private static final int SEEDS = 1_000;

    private static final int MODELS = 100;
    private static final Map<String, byte[]> MODEL_FILES = new ConcurrentHashMap<>();
    private static final DeployableFiles FILES = new DeployableFiles();

    private final long world;
    private final Random random;
    private final Store store;
    private final List<String> story = new ArrayList<>();
    private long now = 1_800_000_000_000L;
    private int failAfter;
    private State state = new State(this::onChange);
    private Core core = new Core(state, FILES);

    /** A fault that is injected into a command. */
    private static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    Simulation(long seed) {
        this(seed, new Ledger());
    }

    /** On an empty store. */
    Simulation(long seed, Store store) {
        this.store = store;
        world = seed / SEEDS;
        random = new Random(seed);
    }

    private void onChange() {
        if (failAfter > 0 && --failAfter == 0) {
            throw new Fault();
        }
    }

    /** What happened, one line for each step. */
    List<String> story() {
        return story;
    }

    String dump() {
        return Dump.of(state);
    }

    void run(int steps) {
        for (var id : IDS) {
            deploy(id);
        }
        for (var i = 0; i < steps; i++) {
            step();
            check();
        }
        finish();
    }

    private void step() {
        switch (random.nextInt(21)) {
            case 0, 1, 2 -> create();
            case 3, 4, 5, 6, 7 -> work();
            case 8 -> userTask();
            case 9, 10 -> publish();
            case 11 -> broadcast();
            case 12, 13 -> pass(pick(SPANS));
            case 14 -> resolve();
            case 15 -> setVariables();
            case 16 -> cancel();
            case 17 -> crash();
            case 18 -> assign();
            case 19 -> migrate();
            default -> {
                if (random.nextInt(4) == 0) {
                    deploy(pick(IDS));
                }
            }
        }
    }

    private void deploy(String id) {
        var number = world * MODELS + random.nextInt(MODELS);
        var xml = MODEL_FILES.computeIfAbsent(id + number, key -> {
            var model = new RandomModels(new Random(key.hashCode())).process(id, IDS.subList(0, IDS.indexOf(id)));
            return Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8);
        });
        does("deploy " + id + " " + number, core -> core.deployments().deploy(Map.of(id + ".bpmn", xml)));
    }

    private void create() {
        var id = pick(IDS);
        var variables = variables();
        does(
                "create " + id + variables,
                core -> core.instances()
                        .create(new Instances.NewInstance(
                                core.deployments().process(id, 0), variables, List.of(), List.of())));
    }

    private void work() {
        var type = pick(RandomModels.JOB_TYPES);
        var timeout = pick(SPANS).toMillis();
        var many = 1 + random.nextInt(3);
        does("activate " + type, core -> core.jobs().activate(type, "worker", timeout, many, List.of()));
        var job = one(state.all(Job.class));
        if (job == null) {
            return;
        }
        var variables = variables();
        switch (random.nextInt(6)) {
            case 0 -> {
                var retries = random.nextInt(3);
                var backOff = random.nextBoolean() ? 0 : pick(SPANS).toMillis();
                does(
                        "fail " + job.key(),
                        core -> run(() -> core.jobs().fail(job.key(), retries, backOff, "no", variables)));
            }
            case 1 -> {
                var code = pick(RandomModels.ERRORS);
                does(
                        "error " + code + " " + job.key(),
                        core -> run(() -> core.jobs().throwError(job.key(), code, null, variables)));
            }
            default ->
                does(
                        "complete " + job.key() + variables,
                        core -> run(() -> core.jobs().complete(job.key(), variables)));
        }
    }

    private void userTask() {
        var task = one(state.all(UserTask.class));
        if (task != null) {
            var variables = variables();
            does("task " + task.key(), core -> run(() -> core.userTasks().complete(task.key(), variables)));
        }
    }

    private void assign() {
        var task = one(state.all(UserTask.class));
        if (task != null) {
            var who = pick(IDS);
            var override = random.nextBoolean();
            does("assign " + task.key(), core -> run(() -> core.userTasks().assign(task.key(), who, override)));
        }
    }

    private void publish() {
        var name = pick(RandomModels.MESSAGES);
        var key = "k" + random.nextInt(3);
        var id = random.nextInt(3) == 0 ? "id" + random.nextInt(3) : "";
        var timeToLive = random.nextBoolean() ? 0 : pick(SPANS).toMillis();
        var variables = variables();
        does(
                "publish " + name + " " + key + " " + timeToLive,
                core -> core.messages().publish(name, key, id, timeToLive, variables));
    }

    private void broadcast() {
        var name = pick(RandomModels.SIGNALS);
        var variables = variables();
        does("signal " + name, core -> core.signals().broadcast(name, variables));
    }

    private void resolve() {
        var incident = one(state.all(Incident.class));
        if (incident == null) {
            return;
        }
        if (incident.job() != 0 && random.nextBoolean()) {
            does("retries " + incident.job(), core -> run(() -> core.jobs().update(incident.job(), 2, null)));
        }
        does("resolve " + incident.key(), core -> run(() -> core.incidents().resolve(incident.key())));
    }

    private void setVariables() {
        var element = one(state.all(ElementInstance.class));
        if (element != null) {
            var variables = variables();
            var local = random.nextBoolean();
            does(
                    "set " + element.key() + variables,
                    core -> run(() -> core.variables().set(element.key(), variables, local)));
        }
    }

    private void cancel() {
        var instance = one(state.all(ElementInstance.class).stream()
                .filter(ElementInstance::isProcess)
                .toList());
        if (instance != null) {
            does("cancel " + instance.key(), core -> run(() -> core.instances().cancel(instance.key())));
        }
    }

    /** To another process or version, or to a better place in the same. */
    private void migrate() {
        var instance = one(state.all(ElementInstance.class).stream()
                .filter(ElementInstance::isProcess)
                .toList());
        var target = one(state.all(Definition.class));
        if (instance != null && target != null) {
            var models = core.models();
            var plan = new RandomPlans(random, models.process(instance), models.process(target)).plan(target.key());
            does(
                    "migrate " + instance.key() + " to " + plan,
                    core -> run(() -> core.migrations().migrate(instance.key(), plan)));
        }
    }

    private void pass(Duration span) {
        now += span.toMillis();
        story.add("pass " + span);
        tick();
    }

    private void tick() {
        for (var i = 0; i < 1_000; i++) {
            var timer = state.dueTimer(now, Long.MIN_VALUE, 0);
            var job = state.dueJob(now);
            var message = state.dueMessage(now);
            if (timer != null) {
                does("timer " + timer.key(), core -> run(() -> core.timers().fire(timer.key())));
            } else if (job != null) {
                does("due " + job.key(), core -> run(() -> core.jobs().due(job.key())));
            } else if (message != null) {
                does("expire " + message.key(), core -> run(() -> core.timers().expire(message.key())));
            } else {
                return;
            }
        }
        throw new AssertionError("the clock never comes to rest");
    }

    /** The engine ends here and now, and another one begins with what is on the disk. */
    private void crash() {
        story.add("crash");
        store.commit(state.takeChanges());
        var before = Dump.of(state);
        restart();
        if (!Dump.of(state).equals(before)) {
            throw new AssertionError("A restart changed something:\n" + difference(before, Dump.of(state)));
        }
    }

    private void restart() {
        state = new State(this::onChange);
        store.load(state);
        core = new Core(state, FILES);
    }

    /** One command; now and then a fault hits it in the middle first, and must leave nothing behind. */
    private void does(String what, Command<?> command) {
        story.add(what);
        if (random.nextInt(4) == 0) {
            var before = Dump.of(state);
            failAfter = 1 + random.nextInt(12);
            try {
                core.execute(command, now);
                failAfter = 0;
                return;
            } catch (Fault | Rejection expected) {
                failAfter = 0;
            }
            if (!Dump.of(state).equals(before)) {
                throw new AssertionError(
                        "A command that failed left something behind:\n" + difference(before, Dump.of(state)));
            }
            story.add("after a fault: " + what);
        }
        try {
            core.execute(command, now);
        } catch (Rejection refused) {
            story.add("  refused: " + refused.getMessage());
        }
    }

    private void check() {
        tick();
        new Invariants(core).hold();
    }

    /** Everything is cancelled: nothing must be left but what is deployed. */
    private void finish() {
        for (var i = 0; i < 50; i++) {
            for (var instance : List.copyOf(state.all(ElementInstance.class))) {
                if (instance.isProcess() && core.instances().around(instance) == null) {
                    does(
                            "cancel " + instance.key(),
                            core -> run(() -> core.instances().cancel(instance.key())));
                }
            }
        }
        crash();
        for (var kind : Entity.class.getPermittedSubclasses()) {
            var left = state.all(kind.asSubclass(Entity.class)).stream()
                    .filter(entity -> !isAllowedToStay(entity))
                    .toList();
            if (!left.isEmpty()) {
                throw new AssertionError("Left behind: " + left);
            }
        }
    }

    /** Buffered messages may start an instance whenever one ends; timers of start events belong to definitions. */
    private static boolean isAllowedToStay(Entity entity) {
        return entity instanceof Definition
                || entity instanceof org.tandem.engine.state.Meta
                || entity instanceof Message
                || entity instanceof Timer timer && timer.element() == 0;
    }

    private Map<String, JsonValue> variables() {
        var variables = new java.util.TreeMap<String, JsonValue>();
        variables.put("key", JsonValue.of("k" + random.nextInt(3)));
        for (var name : RandomModels.VARIABLES) {
            if (random.nextInt(4) > 0) {
                variables.put(name, JsonValue.of(random.nextInt(6)));
            }
        }
        return variables;
    }

    private static boolean run(Runnable what) {
        what.run();
        return true;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private <T> @Nullable T one(Collection<T> from) {
        return from.isEmpty() ? null : List.copyOf(from).get(random.nextInt(from.size()));
    }

    private static String difference(String before, String after) {
        var old = List.of(before.split("\n"));
        var fresh = List.of(after.split("\n"));
        var text = new StringBuilder();
        old.stream()
                .filter(line -> !fresh.contains(line))
                .forEach(line -> text.append("- ").append(line).append('\n'));
        fresh.stream()
                .filter(line -> !old.contains(line))
                .forEach(line -> text.append("+ ").append(line).append('\n'));
        return text.toString();
    }

    /** Runs seeds from the first to the last: {@code Simulation 1 100000}. Prints each that fails, with its story. */
    public static void main(String[] args) {
        var from = Long.parseLong(args[0]);
        var to = args.length > 1 ? Long.parseLong(args[1]) : from;
        var failed = 0;
        for (var seed = from; seed <= to; seed++) {
            var simulation = new Simulation(seed);
            try {
                simulation.run(60);
            } catch (RuntimeException | Error failure) {
                failed++;
                System.out.println("SEED " + seed + ": "
                        + failure.toString().lines().limit(12).toList());
                if (from == to) {
                    simulation.story().forEach(System.out::println);
                    failure.printStackTrace(System.out);
                }
            }
        }
        System.out.println(to - from + 1 + " seeds, " + failed + " failed");
    }
}
