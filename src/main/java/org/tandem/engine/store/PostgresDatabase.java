package org.tandem.engine.store;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.flywaydb.core.Flyway;

/** A PostgreSQL server. The engine has a schema of its own, so the database may be the application's. */
final class PostgresDatabase implements Database {

    static final String URL = "jdbc:postgresql:";

    private static final String SCHEMA = "engine";

    /** For PostgreSQL's advisory locks, whose names are numbers: "Tandem". */
    private static final long LOCK = 0x54616e64656dL;

    private static final int LOCK_TRIES = 10;
    private static final long LOCK_PAUSE = 200;
    private static final List<Long> PAUSES = List.of(100L, 200L, 400L, 800L, 1600L, 3000L, 5000L, 5000L, 5000L, 5000L);

    /** The server process of a connection; its number alone may be given to another one later. */
    private record Backend(int pid, String startedAt) {}

    private final String url;
    private final String user;
    private final String password;
    private Backend last = new Backend(0, "");

    PostgresDatabase(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /**
     * The lock belongs to the session that writes: if that is lost the lock is, and when a new one has it the old one cannot commit any
     * more. Rows are always written by their keys, which a planner that has not seen the tables grow does not know.
     */
    @Override
    public Connection lock() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("currentSchema", SCHEMA);
        properties.setProperty("ApplicationName", "tandem-engine");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("prepareThreshold", "2");
        properties.setProperty("preparedStatementCacheQueries", "0");
        properties.setProperty(
                "options", "-c enable_hashjoin=off -c enable_mergejoin=off -c enable_seqscan=off -c jit=off");
        var connection = DriverManager.getConnection(url, properties);
        try {
            lock(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void lock(Connection connection) throws SQLException {
        try (var end = connection.prepareStatement(
                "select pg_terminate_backend(pid) from pg_stat_activity where pid = ? and backend_start::text = ?")) {
            end.setInt(1, last.pid);
            end.setString(2, last.startedAt);
            end.execute();
        }
        for (var i = 0; !isLocked(connection); i++) {
            if (i == LOCK_TRIES) {
                throw new StoreException(
                        "The engine's database %s is in use by another engine. Stop it, or give this one a database of its own."
                                .formatted(url),
                        null);
            }
            try {
                Thread.sleep(LOCK_PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoreException("Interrupted while waiting for the lock of the engine's database", e);
            }
        }
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("""
                        select pid, backend_start::text,
                               case current_setting('synchronous_commit') when 'off' then set_config('synchronous_commit', 'on', false) end
                        from pg_stat_activity where pid = pg_backend_pid()""")) {
            found.next();
            last = new Backend(found.getInt(1), found.getString(2));
        }
    }

    private static boolean isLocked(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            return found.next() && found.getBoolean(1);
        }
    }

    @Override
    public void migrate(Connection connection) {
        Schema.at(Flyway.configure().dataSource(url, user, password))
                .schemas(SCHEMA)
                .createSchemas(true)
                .load()
                .migrate();
    }

    @Override
    public GroupWriter writer(Connection connection) {
        return new ArrayWriter(connection);
    }

    /** PostgreSQL does that at each commit. */
    @Override
    public void sync(Connection connection) {}

    @Override
    public HikariConfig reading() {
        var pool = Schema.pool(url, user, password);
        pool.addDataSourceProperty("currentSchema", SCHEMA);
        return pool;
    }

    @Override
    public List<Long> pauses() {
        return PAUSES;
    }

    /** Connections that break or are refused, servers that stop or start, deadlocks. */
    @Override
    public boolean isPassing(SQLException trouble) {
        var state = String.valueOf(trouble.getSQLState());
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("40") || state.equals("53300");
    }

    @Override
    public String explain(SQLException trouble) {
        var why = trouble.getMessage();
        var state = String.valueOf(trouble.getSQLState());
        return switch (state) {
            case "28P01", "28000" -> "User name or password of the engine's database %s is wrong.".formatted(url);
            case "3D000" -> "There is no engine's database %s: create it first.".formatted(url);
            case "42501" -> "The user %s may not do what the engine needs in %s: %s".formatted(user, url, why);
            case "53100" -> "The disk with the engine's database %s is full. Make room and start again.".formatted(url);
            default ->
                isPassing(trouble)
                        ? "The engine's database %s is away: %s".formatted(url, why)
                        : "The engine's database %s failed: %s".formatted(url, why);
        };
    }
}
