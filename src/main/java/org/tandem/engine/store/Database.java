package org.tandem.engine.store;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What differs from one database to the other. */
interface Database extends AutoCloseable {

    /** The one connection that writes. As long as it is open, no other engine can have one. */
    Connection lock() throws SQLException;

    /** Makes or completes the tables. */
    void migrate(Connection connection) throws SQLException;

    GroupWriter writer(Connection connection);

    /** What has been committed on this connection is on the disk when this returns. */
    void sync(Connection connection) throws SQLException;

    HikariConfig reading();

    /** How long to wait before each new try, in milliseconds, where a trouble may pass by itself. */
    List<Long> pauses();

    boolean isPassing(SQLException trouble);

    /** The trouble in a sentence for an operator. */
    String explain(SQLException trouble);

    @Override
    default void close() {}
}
