package org.tandem.engine;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.engine.core.Command;
import org.tandem.engine.core.Core;
import org.tandem.engine.core.Jobs.Activated;
import org.tandem.engine.core.Models;
import org.tandem.engine.core.Rejection;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.Incident;
import org.tandem.engine.state.Job;
import org.tandem.engine.state.JsonValue;
import org.tandem.engine.state.State;
import org.tandem.engine.state.UserTask;
import org.tandem.engine.store.Store;

/**
 * A running engine: one thread executes commands, another puts them on the disk, and nobody hears an answer before that. Several may run
 * in one JVM, each with its own store and clock.
 */
public final class Engine implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Engine.class);
    private static final int QUEUE = 10_000;
    private static final int AT_A_TIME = 64;
    private static final long LONGEST_NAP_MILLIS = 1_000;
    private static final long CLEANING_MILLIS = 60_000;
    private static final long AGAIN_MILLIS = 100;

    private final State state = new State();
    private final Core core = new Core(state);
    private final Store store;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Committer committer;
    private final Due due = new Due(state);
    private final Polls polls = new Polls();
    private final Map<Long, CompletableFuture<Finished>> awaited = new HashMap<>();
    private final BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(QUEUE);
    private final ScheduledExecutorService alarms = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("engine-alarms").factory(), new DiscardPolicy());
    private final Thread thread;
    private volatile boolean running = true;
    private volatile @Nullable Throwable broken;
    private volatile String over = "The engine is stopping";
    private volatile long commands;
    private volatile long rejected;
    private final LongAdder answered = new LongAdder();
    private final LongAdder answerNanos = new LongAdder();

    /** A process instance that somebody waited for, with its variables. */
    public record Finished(ElementInstance instance, Map<String, JsonValue> variables) {}

    /** Loads what is active and begins; history is kept for ever. The store is closed with the engine. */
    public Engine(Store store, InstantSource clock) {
        this(store, clock, null);
    }

    /** Loads what is active and begins. The store is closed with the engine, and what ended longer ago than {@code retention} is deleted. */
    public Engine(Store store, InstantSource clock, @Nullable Duration retention) {
        this.store = store;
        this.clock = clock;
        store.load(state);
        committer = new Committer(state, store, lock, this::cannotWrite);
        if (retention != null) {
            alarms.scheduleWithFixedDelay(
                    () -> committer.deleteHistory(now() - retention.toMillis()),
                    CLEANING_MILLIS,
                    CLEANING_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
        thread = Thread.ofPlatform().name("engine").start(this::run);
    }

    /** Does something; the answer comes when it is on the disk. */
    public <T> CompletableFuture<T> submit(Command<T> command) {
        return submit(command, answer -> {});
    }

    private <T> CompletableFuture<T> submit(Command<T> command, Consumer<T> inside) {
        var future = new CompletableFuture<T>();
        var asked = System.nanoTime();
        enqueue(() -> execute(command, inside, future), future);
        future.whenComplete((answer, failure) -> {
            answered.increment();
            answerNanos.add(System.nanoTime() - asked);
        });
        return future;
    }

    private void enqueue(Runnable work, CompletableFuture<?> future) {
        if (!running) {
            future.completeExceptionally(stopped());
        } else if (!queue.offer(work)) {
            future.completeExceptionally(new Rejection(
                    Rejection.Reason.RESOURCE_EXHAUSTED, "The engine has too much to do; try again in a moment"));
        } else if (!running && queue.remove(work)) {
            future.completeExceptionally(stopped());
        }
    }

    private Rejection stopped() {
        return new Rejection(Rejection.Reason.UNAVAILABLE, over);
    }

    /** For what must not be refused: it waits until there is space. */
    private void insist(Runnable work) {
        if (running && !queue.offer(work)) {
            alarms.schedule(() -> insist(work), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Creates a process instance and waits for its end. */
    public CompletableFuture<Finished> createAndAwait(Command<ElementInstance> creation) {
        var finished = new CompletableFuture<Finished>();
        submit(creation, instance -> awaited.put(instance.key(), finished)).whenComplete((instance, failure) -> {
            if (failure != null) {
                finished.completeExceptionally(failure);
            }
        });
        return finished;
    }

    /** Asks for jobs and waits for them. */
    public Poll activateJobs(ActivateJobs request) {
        var poll = new Poll(request);
        enqueue(
                () -> {
                    polls.add(poll);
                    serve(request.type());
                    if (request.requestTimeoutMillis() <= 0) {
                        giveUp(poll);
                    }
                },
                poll.answer());
        if (request.requestTimeoutMillis() > 0) {
            alarms.schedule(() -> insist(() -> giveUp(poll)), request.requestTimeoutMillis(), TimeUnit.MILLISECONDS);
        }
        return poll;
    }

    /** The worker has gone away; it gets no jobs. */
    public void hangUp(Poll poll) {
        poll.hangUp();
        insist(() -> giveUp(poll));
    }

    /** The worker had gone away before it heard of these jobs: others get them at once. */
    public void giveBack(List<Activated> jobs) {
        var given = jobs.stream().map(Activated::job).toList();
        Command<Integer> command = core -> {
            core.jobs().giveBack(given);
            return given.size();
        };
        insist(() -> execute(command, answer -> {}, new CompletableFuture<>()));
    }

    /** The engine's time, milliseconds since 1970. */
    public long now() {
        return clock.millis() + state.meta().clockOffset();
    }

    /** Moves the clock; what becomes due has happened when the answer, the new time, comes. */
    public CompletableFuture<Long> moveClock(long millis) {
        return setClock(offset -> offset + millis);
    }

    /** Lets the clock show the machine's time again. */
    public CompletableFuture<Long> resetClock() {
        return setClock(offset -> 0);
    }

    /** What is due then happens after the command that sets it, in as many groups as it takes, and before the next command. */
    private CompletableFuture<Long> setClock(LongUnaryOperator offset) {
        var set = submit(core -> {
            var meta = state.meta();
            return state.put(meta.withClockOffset(offset.applyAsLong(meta.clockOffset())));
        });
        return set.thenCombine(submit(core -> now()), (meta, now) -> now);
    }

    /** Forgets everything. Waiting workers get no jobs. The answer is the number of the change. */
    public CompletableFuture<Long> purge() {
        return submit(core -> {
            state.purge();
            polls.takeAll().forEach(this::answerWithNothing);
            awaited.values()
                    .forEach(waiting -> committer.add(failure ->
                            waiting.completeExceptionally(Rejection.notFound("The process instance has been purged"))));
            awaited.clear();
            return state.meta().changeId();
        });
    }

    public long changeId() {
        return state.meta().changeId();
    }

    /** What has been committed, for searches. */
    public DataSource history() {
        return store.reading();
    }

    public Models models() {
        return core.models();
    }

    public Statistics statistics() {
        lock.lock();
        try {
            var jobs = state.all(Job.class);
            return new Statistics(
                    commands,
                    rejected,
                    committer.groups(),
                    committer.things(),
                    committer.micros(),
                    answered.sum(),
                    TimeUnit.NANOSECONDS.toMicros(answerNanos.sum()),
                    state.all(ElementInstance.class).stream()
                            .filter(ElementInstance::isProcess)
                            .count(),
                    state.all(Incident.class).size(),
                    state.all(UserTask.class).size(),
                    jobs.stream()
                            .filter(job -> job.state() == Job.State.ACTIVATABLE)
                            .count(),
                    jobs.stream()
                            .filter(job -> job.state() == Job.State.ACTIVATED)
                            .count(),
                    jobs.stream()
                            .filter(job -> job.state() == Job.State.FAILED || job.state() == Job.State.ERROR_UNCAUGHT)
                            .count());
        } finally {
            lock.unlock();
        }
    }

    /** Why it has stopped by itself; nothing while it works. */
    public @Nullable Throwable failure() {
        return broken;
    }

    // the engine's thread

    private void run() {
        var begun = new ArrayDeque<Runnable>(AT_A_TIME);
        try {
            while (running) {
                work(begun);
            }
        } catch (InterruptedException stopped) {
            log.debug("The engine stops while it waits");
        } catch (RuntimeException | Error failed) {
            log.error("Something is wrong with the engine, so it stops; nothing that was answered is lost", failed);
            breakDown("of an error: " + failed, failed);
        }
        end(begun);
    }

    private void work(Queue<Runnable> begun) throws InterruptedException {
        var first = queue.poll(nap(), TimeUnit.MILLISECONDS);
        if (first != null) {
            begun.add(first);
            queue.drainTo(begun, AT_A_TIME - 1);
        }
        lock.lockInterruptibly();
        try {
            while (!begun.isEmpty()) {
                committer.awaitSpace();
                begun.remove().run();
                doWhatIsDue();
            }
            doWhatIsDue();
            committer.wake();
        } finally {
            lock.unlock();
        }
    }

    private long nap() {
        return due.hasBroken() ? LONGEST_NAP_MILLIS : Math.clamp(due.nextDate() - now(), 0, LONGEST_NAP_MILLIS);
    }

    private void doWhatIsDue() throws InterruptedException {
        for (var next = due.next(now()); next != null; next = due.next(now())) {
            committer.awaitSpace();
            try {
                core.execute(next, now());
                commands++;
                spread();
            } catch (RuntimeException | Error failed) {
                due.failed(failed);
            }
        }
    }

    private <T> void execute(Command<T> command, Consumer<T> inside, CompletableFuture<T> future) {
        commands++;
        try {
            var answer = core.execute(command, now());
            inside.accept(answer);
            committer.add(failure -> answer(future, answer, failure));
            spread();
        } catch (Rejection refused) {
            rejected++;
            committer.add(failure -> future.completeExceptionally(failure == null ? refused : stopped()));
        } catch (RuntimeException | Error failed) {
            log.error("A command failed; it has changed nothing", failed);
            committer.add(failure -> future.completeExceptionally(failed));
        }
    }

    private <T> void answer(CompletableFuture<T> future, T answer, @Nullable Throwable failure) {
        if (failure == null) {
            future.complete(answer);
        } else {
            future.completeExceptionally(stopped());
        }
    }

    /** Lets those know who wait for something that the last command has brought about. */
    private void spread() {
        for (var ended : List.copyOf(core.effects().ended())) {
            var waiting = awaited.remove(ended.instance().key());
            if (waiting != null) {
                committer.add(failure -> answer(waiting, new Finished(ended.instance(), ended.variables()), failure));
            }
        }
        List.copyOf(core.effects().jobTypes()).forEach(this::serve);
    }

    /** Hands out jobs, as a command of its own: what goes wrong here takes nothing back from the command before. */
    private void serve(String type) {
        while (state.activatable(type) > 0) {
            var poll = polls.next(type);
            if (poll == null) {
                return;
            }
            var request = poll.request();
            try {
                var jobs = core.execute(
                        core -> core.jobs()
                                .activate(
                                        type,
                                        request.worker(),
                                        request.timeoutMillis(),
                                        request.maxJobs(),
                                        request.fetchVariables()),
                        now());
                committer.add(failure -> answer(poll.answer(), jobs, failure));
            } catch (RuntimeException | Error failed) {
                log.error("Jobs of type {} could not be handed out", type, failed);
                committer.add(failure -> poll.answer().completeExceptionally(failed));
            }
        }
    }

    private void giveUp(Poll poll) {
        if (polls.remove(poll)) {
            answerWithNothing(poll);
        }
    }

    private void answerWithNothing(Poll poll) {
        committer.add(failure -> answer(poll.answer(), List.of(), failure));
    }

    private void cannotWrite(Throwable failure) {
        breakDown("its database cannot be written: " + failure.getMessage(), failure);
        thread.interrupt();
    }

    private void breakDown(String because, Throwable failure) {
        over = "The engine has stopped because " + because;
        broken = failure;
        running = false;
    }

    /** Does what has been asked for, and whoever waits for more hears that it is over. */
    private void end(Queue<Runnable> left) {
        queue.drainTo(left);
        lock.lock();
        try {
            left.forEach(Runnable::run);
            polls.takeAll().forEach(this::answerWithNothing);
            awaited.values().forEach(waiting -> committer.add(failure -> waiting.completeExceptionally(stopped())));
            awaited.clear();
            committer.wake();
        } finally {
            lock.unlock();
        }
    }

    /** Finishes what has been asked for, puts it on the disk and closes the store. */
    @Override
    public void close() {
        alarms.shutdownNow();
        running = false;
        try {
            enqueueNothing();
            thread.join();
            committer.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            store.close();
        }
    }

    private void enqueueNothing() {
        if (!queue.offer(() -> {})) {
            log.debug("The engine stops while it has much to do");
        }
    }
}
