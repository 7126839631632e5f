package org.tandem.engine.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tandem.engine.state.Changes;
import org.tandem.engine.state.State;

/** Keeps everything in tables: one transaction for a group of commands. */
final class SqlStore implements Store {

    private interface Task {
        long run(Session session) throws SQLException;
    }

    /** The group of something that may be done twice. */
    private static final long ANY = -1;

    private final Database database;
    private @Nullable Session session;
    private @Nullable HikariDataSource reading;
    private @Nullable StoreException failure;

    private SqlStore(Database database, Session session) {
        this.database = database;
        this.session = session;
    }

    /** Closes the database if it cannot be opened. */
    static SqlStore open(Database database) {
        try {
            var connection = database.lock();
            try {
                database.migrate(connection);
                var session = new Session(database, connection);
                session.begin();
                return new SqlStore(database, session);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            database.close();
            throw new StoreException(database.explain(e), e);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public void load(State into) {
        perform(ANY, session -> {
            session.load(into);
            return 0;
        });
    }

    @Override
    public void commit(Changes changes) {
        var group = Group.of(changes);
        perform(group.number(), session -> {
            session.write(group);
            return 0;
        });
    }

    @Override
    public long deleteHistory(long endedBefore, int atMost) {
        return perform(ANY, session -> session.write(connection -> History.delete(connection, endedBefore, atMost)));
    }

    /** A trouble that may pass is waited for; whether a commit whose answer was lost has arrived, the number of its group tells. */
    private long perform(long group, Task task) {
        if (failure != null) {
            throw new StoreException("The engine's database is not written any more: " + failure.getMessage(), failure);
        }
        var pauses = database.pauses().iterator();
        while (true) {
            try {
                if (session == null) {
                    session = new Session(database, database.lock());
                    if (session.group() == group) {
                        return 0;
                    }
                }
                return task.run(session);
            } catch (SQLException e) {
                if (group == 0 || !database.isPassing(e) || !pauses.hasNext()) {
                    throw failed(new StoreException(database.explain(e), e));
                }
                giveUpSession(e);
                pause(pauses.next());
            } catch (RuntimeException e) {
                throw failed(
                        e instanceof StoreException known
                                ? known
                                : new StoreException("The engine's changes cannot be written: " + e, e));
            }
        }
    }

    private StoreException failed(StoreException why) {
        failure = why;
        return why;
    }

    private void giveUpSession(SQLException why) {
        try {
            if (session != null) {
                session.close();
            }
        } catch (SQLException alsoBroken) {
            why.addSuppressed(alsoBroken);
        }
        session = null;
    }

    private void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(new StoreException("Interrupted while waiting for the engine's database to come back", e));
        }
    }

    @Override
    public synchronized DataSource reading() {
        if (reading == null) {
            reading = new HikariDataSource(database.reading());
        }
        return reading;
    }

    @Override
    public void close() {
        if (reading != null) {
            reading.close();
        }
        try {
            if (session != null) {
                session.close();
            }
        } catch (SQLException e) {
            if (failure == null) {
                throw new StoreException(database.explain(e), e);
            }
        } finally {
            database.close();
        }
    }
}
