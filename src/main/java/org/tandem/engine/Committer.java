package org.tandem.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.engine.state.Changes;
import org.tandem.engine.state.State;
import org.tandem.engine.store.Store;

/**
 * Puts what commands have changed on the disk, in groups: while one is written the next one grows. Answers go out when their group is on
 * the disk, rejections too. Once a group cannot be written nothing is written any more.
 */
final class Committer {

    private static final Logger log = LoggerFactory.getLogger(Committer.class);

    /** What a group may hold before commands have to wait. */
    private static final int FULL = 20_000;

    private static final int AT_ONCE = 50;

    private final State state;
    private final Store store;
    private final ReentrantLock lock;
    private final Condition work;
    private final Condition space;
    private final Consumer<Throwable> onFailure;
    private final ExecutorService teller = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("engine-answers").factory());
    private final Thread thread;
    private List<Answer> answers = new ArrayList<>();
    private boolean stopping;
    private volatile long oldestKept;
    private volatile @Nullable Throwable failure;
    private volatile long groups;
    private volatile long things;
    private volatile long nanos;

    /** Somebody who waits for a group to be on the disk: told so, or that it failed. */
    interface Answer {
        void tell(@Nullable Throwable failure);
    }

    /** The lock is held while a command runs and while a group is taken. */
    Committer(State state, Store store, ReentrantLock lock, Consumer<Throwable> onFailure) {
        this.state = state;
        this.store = store;
        this.lock = lock;
        this.work = lock.newCondition();
        this.space = lock.newCondition();
        this.onFailure = onFailure;
        this.thread = Thread.ofPlatform().name("engine-commits").start(this::run);
    }

    /** Told once everything until now is on the disk. Only with the lock. */
    void add(Answer answer) {
        var late = failure;
        if (late == null) {
            answers.add(answer);
        } else {
            tell(List.of(answer), late);
        }
    }

    /** Something may have to be written. Only with the lock. */
    void wake() {
        if (!answers.isEmpty() || state.isChanged()) {
            work.signal();
        }
    }

    /** Waits while the group is full. Only with the lock. */
    void awaitSpace() throws InterruptedException {
        while (!stopping && (state.changedThings() > FULL || answers.size() > FULL)) {
            work.signal();
            space.await();
        }
    }

    private void run() {
        while (true) {
            List<Answer> told;
            Changes changes;
            lock.lock();
            try {
                while (answers.isEmpty() && !state.isChanged() && oldestKept == 0) {
                    if (stopping) {
                        return;
                    }
                    work.awaitUninterruptibly();
                }
                told = answers;
                answers = new ArrayList<>();
                changes = state.isChanged() ? state.takeChanges() : null;
                space.signalAll();
            } finally {
                lock.unlock();
            }
            var trouble = changes == null ? clean() : write(changes);
            if (trouble != null) {
                failed(trouble, told);
                return;
            }
            tell(told, null);
        }
    }

    /** Deletes what ended before that time, as soon as there is nothing else to do. */
    void deleteHistory(long endedBefore) {
        lock.lock();
        try {
            oldestKept = endedBefore;
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    /** A little at a time, so that commands do not wait for it. */
    private @Nullable Throwable clean() {
        if (oldestKept == 0) {
            return null;
        }
        try {
            if (store.deleteHistory(oldestKept, AT_ONCE) == 0) {
                oldestKept = 0;
            }
            return null;
        } catch (RuntimeException failed) {
            log.warn("Old history could not be deleted; it is tried again later: {}", failed.getMessage());
            oldestKept = 0;
            return null;
        }
    }

    private @Nullable Throwable write(Changes changes) {
        var begin = System.nanoTime();
        try {
            store.commit(changes);
            groups++;
            things += changes.byKey().size();
            nanos += System.nanoTime() - begin;
            return null;
        } catch (RuntimeException | Error failed) {
            log.error(
                    "The engine's database cannot be written, so the engine stops; nothing that was answered is lost. Mend it and start Tandem again",
                    failed);
            return failed;
        }
    }

    /** Whoever hears of it finds an engine that says why. */
    private void failed(Throwable trouble, List<Answer> told) {
        onFailure.accept(trouble);
        tell(told, trouble);
        lock.lock();
        try {
            stopping = true;
            failure = trouble;
            tell(answers, trouble);
            answers = new ArrayList<>();
            space.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void tell(List<Answer> told, @Nullable Throwable trouble) {
        teller.execute(() -> told.forEach(answer -> tell(answer, trouble)));
    }

    private static void tell(Answer answer, @Nullable Throwable failure) {
        try {
            answer.tell(failure);
        } catch (RuntimeException nobodyThere) {
            log.debug("An answer could not be given", nobodyThere);
        }
    }

    long groups() {
        return groups;
    }

    long things() {
        return things;
    }

    long micros() {
        return TimeUnit.NANOSECONDS.toMicros(nanos);
    }

    /** Writes what is there and ends. */
    void close() throws InterruptedException {
        lock.lock();
        try {
            stopping = true;
            work.signalAll();
            space.signalAll();
        } finally {
            lock.unlock();
        }
        thread.join();
        teller.shutdown();
        teller.awaitTermination(5, TimeUnit.SECONDS);
    }
}
