package org.tandem.engine;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.tandem.engine.state.Changes;
import org.tandem.engine.state.State;
import org.tandem.engine.store.Store;

/** A store whose commits can be held up, and can fail as they do when a disk is full. It outlives its engine; {@link #end} closes it. */
final class FragileStore implements Store {

    static final String CAUSE = "There is no space left on the disk";

    private final Store store;
    private final AtomicInteger commitsLeft = new AtomicInteger(Integer.MAX_VALUE);
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean committing;

    FragileStore(Store store) {
        this.store = store;
    }

    /** Commits wait from now on. */
    void hold() {
        gate = new CountDownLatch(1);
    }

    void letGo() {
        gate.countDown();
    }

    boolean isCommitting() {
        return committing;
    }

    void failAfter(int commits) {
        commitsLeft.set(commits);
    }

    void mend() {
        commitsLeft.set(Integer.MAX_VALUE);
    }

    @Override
    public void commit(Changes changes) {
        committing = true;
        try {
            gate.await();
            if (commitsLeft.getAndDecrement() <= 0) {
                throw new IllegalStateException(CAUSE);
            }
            store.commit(changes);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            committing = false;
        }
    }

    @Override
    public void load(State into) {
        store.load(into);
    }

    @Override
    public long deleteHistory(long endedBefore, int atMost) {
        return store.deleteHistory(endedBefore, atMost);
    }

    @Override
    public DataSource reading() {
        return store.reading();
    }

    @Override
    public void close() {}

    void end() {
        store.close();
    }
}
