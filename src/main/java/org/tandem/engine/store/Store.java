package org.tandem.engine.store;

import javax.sql.DataSource;
import org.tandem.engine.state.Changes;
import org.tandem.engine.state.State;

/** Where the engine keeps everything: what is active is loaded at the start, what is finished is only searched. */
public interface Store extends AutoCloseable {

    /** Puts in everything that is not finished. */
    void load(State into);

    /**
     * All of it is on the disk when this returns, or nothing is and it throws. Called by one thread.
     *
     * @throws StoreException when it could not be written; nothing is written after that until the store is opened again
     */
    void commit(Changes changes);

    /**
     * Deletes process instances that ended before that time together with what they called and all that belongs to them, and messages
     * and decisions as old that belong to none. Called by the thread that commits.
     *
     * @param atMost how many of each at once
     * @return how many have been deleted; 0 when nothing is left
     */
    long deleteHistory(long endedBefore, int atMost);

    /** For reading what has been committed. */
    DataSource reading();

    @Override
    void close();
}
