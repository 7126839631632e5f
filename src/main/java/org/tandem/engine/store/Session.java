package org.tandem.engine.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.tandem.engine.state.Meta;
import org.tandem.engine.state.State;

/** The connection that writes, and what it keeps prepared. */
final class Session implements AutoCloseable {

    interface Work {
        long run(Connection connection) throws SQLException;
    }

    private final Database database;
    private final Connection connection;
    private final GroupWriter writer;

    Session(Database database, Connection connection) throws SQLException {
        this.database = database;
        this.connection = connection;
        this.writer = database.writer(connection);
        connection.setAutoCommit(false);
    }

    void write(Group group) throws SQLException {
        write(ignored -> {
            writer.write(group);
            return 0;
        });
    }

    /** All of it is on the disk when this returns. */
    long write(Work work) throws SQLException {
        var done = transaction(work);
        database.sync(connection);
        return done;
    }

    /** The number of the last group that has been written. */
    long group() throws SQLException {
        return transaction(ignored -> {
            try (var statement = connection.createStatement();
                    var found = statement.executeQuery("select group_number from meta")) {
                return found.next() ? found.getLong(1) : 0;
            }
        });
    }

    void load(State into) throws SQLException {
        transaction(ignored -> {
            for (var table : Tables.ALL) {
                load(table, into);
            }
            return 0;
        });
    }

    private void load(Table<?> table, State into) throws SQLException {
        if (table.active() == null) {
            return;
        }
        try (var statement = connection.prepareStatement(table.active())) {
            statement.setFetchSize(1000);
            try (var found = statement.executeQuery()) {
                var row = new Row(found);
                while (found.next()) {
                    into.load(table.reader().apply(row));
                }
            }
        }
    }

    /** The engine itself never adds the row for its own affairs, it only changes it. */
    void begin() throws SQLException {
        var meta = Part.of(DefinitionTables.META);
        meta.inserts().add(Meta.first());
        if (transaction(ignored -> exists("select id from meta")) == 0) {
            write(new Group(0, false, List.of(meta)));
        }
    }

    private long exists(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            return found.next() ? 1 : 0;
        }
    }

    private long transaction(Work work) throws SQLException {
        try {
            var done = work.run(connection);
            connection.commit();
            return done;
        } catch (SQLException | RuntimeException e) {
            try {
                connection.rollback();
            } catch (SQLException alsoBroken) {
                e.addSuppressed(alsoBroken);
            }
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
