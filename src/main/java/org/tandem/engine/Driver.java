package org.tandem.engine;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.engine.core.Command;
import org.tandem.engine.core.Core;
import org.tandem.engine.core.Rejection;
import org.tandem.engine.state.State;
import org.tandem.engine.store.Store;

/** The thread that executes commands, one after the other, and what is due between them; answers go out through the committer. */
final class Driver {

    private static final Logger log = LoggerFactory.getLogger(Driver.class);
    private static final int QUEUE = 10_000;
    private static final int AT_A_TIME = 64;
    private static final long LONGEST_NAP_MILLIS = 1_000;

    private final State state;
    private final Core core;
    private final InstantSource clock;
    private final ReentrantLock lock;
    private final Committer committer;
    private final Due due;
    private final JobBoard jobs;
    private final Map<Long, CompletableFuture<Engine.Finished>> awaited = new HashMap<>();
    private final BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread;
    private volatile boolean running = true;
    private volatile @Nullable Throwable broken;
    private volatile String over = "The engine is stopping";
    private volatile long commands;
    private volatile long rejected;

    Driver(State state, Core core, Store store, InstantSource clock, ReentrantLock lock) {
        this.state = state;
        this.core = core;
        this.clock = clock;
        this.lock = lock;
        this.due = new Due(state);
        this.committer = new Committer(state, store, lock, this::cannotWrite);
        this.jobs = new JobBoard(this, core, committer);
        this.thread = Thread.ofPlatform().name("engine").start(this::run);
    }

    Committer committer() {
        return committer;
    }

    JobBoard jobs() {
        return jobs;
    }

    long now() {
        return clock.millis() + state.meta().clockOffset();
    }

    long commands() {
        return commands;
    }

    long rejected() {
        return rejected;
    }

    @Nullable
    Throwable failure() {
        return broken;
    }

    /** Executes a command; {@code inside} gets its answer before anything else is executed. */
    <T> void submit(Command<T> command, Consumer<T> inside, CompletableFuture<T> future) {
        enqueue(() -> execute(command, inside, future), future);
    }

    /** Does something on the engine's thread; the future fails where that is not possible any more. */
    void enqueue(Runnable work, CompletableFuture<?> future) {
        if (!running) {
            future.completeExceptionally(stopped());
        } else if (!queue.offer(work)) {
            future.completeExceptionally(new Rejection(
                    Rejection.Reason.RESOURCE_EXHAUSTED, "The engine has too much to do; try again in a moment"));
        } else if (!running && queue.remove(work)) {
            future.completeExceptionally(stopped());
        }
    }

    /** Does something on the engine's thread, if it still works; not when there is no space. */
    boolean offer(Runnable work) {
        return !running || queue.offer(work);
    }

    /** On the engine's thread: somebody waits for the end of a process instance. */
    void await(long instance, CompletableFuture<Engine.Finished> finished) {
        awaited.put(instance, finished);
    }

    /** On the engine's thread: all process instances are gone. */
    void forgetAwaited() {
        var gone = Rejection.notFound("The process instance has been purged");
        awaited.values().forEach(waiting -> committer.add(failure -> waiting.completeExceptionally(gone)));
        awaited.clear();
    }

    private Rejection stopped() {
        return new Rejection(Rejection.Reason.UNAVAILABLE, over);
    }

    private void run() {
        var works = new ArrayDeque<Runnable>(AT_A_TIME);
        try {
            while (running) {
                work(works);
            }
        } catch (InterruptedException stopped) {
            log.debug("The engine stops while it waits");
        } catch (RuntimeException | Error failed) {
            log.error("Something is wrong with the engine, so it stops; nothing that was answered is lost", failed);
            breakDown("of an error: " + failed, failed);
        }
        queue.drainTo(works);
        end(works);
    }

    private void work(Queue<Runnable> works) throws InterruptedException {
        var first = queue.poll(nap(), TimeUnit.MILLISECONDS);
        if (first != null) {
            works.add(first);
            queue.drainTo(works, AT_A_TIME - 1);
        }
        lock.lockInterruptibly();
        try {
            while (!works.isEmpty()) {
                committer.awaitSpace();
                works.remove().run();
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

    /** On the engine's thread. */
    <T> void execute(Command<T> command, Consumer<T> inside, CompletableFuture<T> future) {
        commands++;
        try {
            var answer = core.execute(command, now());
            inside.accept(answer);
            answer(future, answer);
            spread();
        } catch (Rejection refused) {
            rejected++;
            committer.add(failure -> future.completeExceptionally(failure == null ? refused : stopped()));
        } catch (RuntimeException | Error failed) {
            log.error("A command failed; it has changed nothing", failed);
            committer.add(failure -> future.completeExceptionally(failed));
        }
    }

    /** Completes the future once everything until now is on the disk. */
    <T> void answer(CompletableFuture<T> future, T answer) {
        committer.add(failure -> {
            if (failure == null) {
                future.complete(answer);
            } else {
                future.completeExceptionally(stopped());
            }
        });
    }

    /** Lets those know who wait for something that the last command has brought about. */
    private void spread() {
        for (var ended : List.copyOf(core.effects().ended())) {
            var waiting = awaited.remove(ended.instance().key());
            if (waiting != null) {
                answer(waiting, new Engine.Finished(ended.instance(), ended.variables()));
            }
        }
        List.copyOf(core.effects().jobTypes()).forEach(jobs::serve);
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

    /** What has been asked for is still done, and whoever waits for more hears that it is over. */
    private void end(Collection<Runnable> left) {
        lock.lock();
        try {
            left.forEach(Runnable::run);
            jobs.close();
            awaited.values().forEach(waiting -> committer.add(failure -> waiting.completeExceptionally(stopped())));
            committer.wake();
        } finally {
            lock.unlock();
        }
    }

    /** Finishes what has been asked for and puts it on the disk. */
    void close() throws InterruptedException {
        running = false;
        if (!queue.offer(() -> {})) {
            log.debug("The engine stops while it has much to do");
        }
        thread.join();
        committer.close();
    }
}
