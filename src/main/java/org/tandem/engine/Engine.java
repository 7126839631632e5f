package org.tandem.engine;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tandem.engine.core.Command;
import org.tandem.engine.core.Core;
import org.tandem.engine.core.Jobs.Activated;
import org.tandem.engine.core.Models;
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

    private static final long CLEANING_MILLIS = 60_000;
    private static final long AGAIN_MILLIS = 100;

    private final State state = new State();
    private final Core core = new Core(state);
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Store store;
    private final Driver driver;
    private final ScheduledThreadPoolExecutor alarms = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("engine-alarms").factory(), new DiscardPolicy());
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
        alarms.setRemoveOnCancelPolicy(true);
        store.load(state);
        driver = new Driver(state, core, store, clock, lock);
        if (retention != null) {
            alarms.scheduleWithFixedDelay(
                    () -> driver.committer().deleteHistory(now() - retention.toMillis()),
                    CLEANING_MILLIS,
                    CLEANING_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
    }

    /** Does something; the answer comes when it is on the disk. */
    public <T> CompletableFuture<T> submit(Command<T> command) {
        return submit(command, answer -> {});
    }

    private <T> CompletableFuture<T> submit(Command<T> command, Consumer<T> inside) {
        var future = new CompletableFuture<T>();
        var asked = System.nanoTime();
        driver.submit(command, inside, future);
        future.whenComplete((answer, failure) -> {
            answered.increment();
            answerNanos.add(System.nanoTime() - asked);
        });
        return future;
    }

    /** Creates a process instance and waits for its end. */
    public CompletableFuture<Finished> createAndAwait(Command<ElementInstance> creation) {
        var finished = new CompletableFuture<Finished>();
        submit(creation, instance -> driver.await(instance.key(), finished)).whenComplete((instance, failure) -> {
            if (failure != null) {
                finished.completeExceptionally(failure);
            }
        });
        return finished;
    }

    /** Asks for jobs and waits for them. */
    public Poll activateJobs(ActivateJobs request) {
        var poll = new Poll(request);
        driver.enqueue(() -> driver.jobs().add(poll), poll.answer());
        if (request.requestTimeoutMillis() > 0) {
            var alarm = alarms.schedule(() -> giveUp(poll), request.requestTimeoutMillis(), TimeUnit.MILLISECONDS);
            poll.answer().whenComplete((jobs, failure) -> alarm.cancel(false));
        }
        return poll;
    }

    private void giveUp(Poll poll) {
        insist(() -> driver.jobs().giveUp(poll));
    }

    /** For what must not be refused: it is tried again until there is space. */
    private void insist(Runnable work) {
        if (!driver.offer(work)) {
            alarms.schedule(() -> insist(work), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** The worker has gone away; it gets no jobs. */
    public void hangUp(Poll poll) {
        poll.hangUp();
        giveUp(poll);
    }

    /** The worker had gone away before it heard of these jobs: others get them at once. */
    public void giveBack(List<Activated> jobs) {
        var given = jobs.stream().map(Activated::job).toList();
        Command<Integer> command = core -> {
            core.jobs().giveBack(given);
            return given.size();
        };
        insist(() -> driver.execute(command, answer -> {}, new CompletableFuture<>()));
    }

    /** Others get the jobs of a worker that is known to be gone, without waiting for their time-outs. */
    CompletableFuture<Integer> giveBackJobsOf(String worker) {
        return submit(core -> {
            var left = state.all(Job.class).stream()
                    .filter(job ->
                            job.state() == Job.State.ACTIVATED && job.worker().equals(worker))
                    .toList();
            core.jobs().giveBack(left);
            return left.size();
        });
    }

    /** The engine's time, milliseconds since 1970. */
    public long now() {
        return driver.now();
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
            driver.jobs().close();
            driver.forgetAwaited();
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
                    driver.commands(),
                    driver.rejected(),
                    driver.committer().groups(),
                    driver.committer().things(),
                    driver.committer().micros(),
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
        return driver.failure();
    }

    /** Finishes what has been asked for, puts it on the disk and closes the store. */
    @Override
    public void close() {
        alarms.shutdownNow();
        try {
            driver.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            store.close();
        }
    }
}
