package org.tandem.engine.store;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.flywaydb.core.Flyway;
import org.tandem.disk.DatabaseFile;

/** H2 inside this program, in a file or in memory. */
final class H2Database implements Database {

    static final String MEMORY = "jdbc:h2:mem:";

    /** H2's own lock keeps other programs away, and not other engines in this one. */
    private static final Set<String> OPEN = ConcurrentHashMap.newKeySet();

    private final String user;
    private final String password;
    private final boolean isFile;
    private final DatabaseFile file;
    private boolean isOpen;

    H2Database(String url, String user, String password) {
        this.user = user;
        this.password = password;
        this.isFile = url.startsWith(DatabaseFile.PREFIX);
        this.file = isFile ? DatabaseFile.of(url) : new DatabaseFile("in memory", url);
    }

    @Override
    public Connection lock() throws SQLException {
        if (isFile && !isOpen) {
            if (!OPEN.add(file.name())) {
                throw new StoreException(
                        "The engine's database %s is in use by another engine in this program.".formatted(file.name()),
                        null);
            }
            isOpen = true;
            file.recover();
        }
        return DriverManager.getConnection(file.url(), user, password);
    }

    @Override
    public void migrate(Connection connection) throws SQLException {
        if (isFile) {
            Schema.at(Flyway.configure().dataSource(file.url(), user, password))
                    .load()
                    .migrate();
        } else {
            Schema.run(connection);
        }
    }

    @Override
    public GroupWriter writer(Connection connection) {
        return new BatchWriter(connection);
    }

    /** H2 itself never does that at a commit. */
    @Override
    public void sync(Connection connection) throws SQLException {
        if (isFile) {
            DatabaseFile.force(connection);
        }
    }

    @Override
    public HikariConfig reading() {
        return Schema.pool(file.url(), user, password);
    }

    @Override
    public List<Long> pauses() {
        return List.of();
    }

    @Override
    public boolean isPassing(SQLException trouble) {
        return false;
    }

    @Override
    public String explain(SQLException trouble) {
        var why = root(trouble);
        return switch (trouble.getErrorCode()) {
            case 90020 ->
                "The engine's database %s is in use by another program. Stop it, or give this one a database of its own."
                        .formatted(file.name());
            case 28000 -> "User name or password of the engine's database %s is wrong.".formatted(file.name());
            case 90030, 90049 -> "The engine's database %s is damaged: %s".formatted(file.name(), why);
            default ->
                why.contains("No space left")
                        ? "The disk with the engine's database %s is full. Make room and start again."
                                .formatted(file.name())
                        : "The engine's database %s failed: %s".formatted(file.name(), why);
        };
    }

    /** What H2 itself was told: its own messages repeat the statement. */
    private static String root(Throwable trouble) {
        var cause = trouble;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    @Override
    public void close() {
        if (isOpen) {
            OPEN.remove(file.name());
        }
    }
}
