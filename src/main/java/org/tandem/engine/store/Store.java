package org.tandem.engine.store;

import javax.sql.DataSource;
import org.tandem.engine.state.Changes;
import org.tandem.engine.state.State;

/** Where the engine keeps everything: what is active is loaded at the start, what is finished is only searched. */
public interface Store extends AutoCloseable {

    /** Puts in everything that is not finished. */
    void load(State into);

    /** All of it is on the disk when this returns, or nothing is and it throws. Called by one thread. */
    void commit(Changes changes);

    /** For reading what has been committed. */
    DataSource reading();

    @Override
    void close();
}
