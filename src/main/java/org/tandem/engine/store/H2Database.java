package org.tandem.engine.store;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.retry.FilePathRetryOnInterrupt;

/** H2 inside this program, in a file or in memory. */
final class H2Database implements Database {

    static final String FILE = "jdbc:h2:file:";
    static final String MEMORY = "jdbc:h2:mem:";

    /**
     * H2 uses space again when it is as old as the retention time: its default of 45 s makes files large. It need not wait for the disk,
     * as {@link OrderedFile} does.
     */
    private static final List<String> SETTINGS = List.of("DB_CLOSE_ON_EXIT=FALSE", "RETENTION_TIME=1000");

    /** H2's own lock keeps other programs away, and not other engines in this one. */
    private static final Set<String> OPEN = ConcurrentHashMap.newKeySet();

    private final String user;
    private final String password;
    private final boolean isFile;
    private final String file;
    private final String url;
    private boolean isOpen;

    H2Database(String url, String user, String password) {
        this.user = user;
        this.password = password;
        this.isFile = url.startsWith(FILE);
        this.file = isFile ? absolute(url.substring(FILE.length()).split(";", 2)[0]) : "in memory";
        this.url = isFile ? withSettings(FILE + OrderedFile.SCHEME + ":" + file, url.split(";")) : url;
        FilePath.register(new FilePathRetryOnInterrupt());
        FilePath.register(new OrderedFile());
    }

    /** The operator's own settings win. */
    private static String withSettings(String address, String[] url) {
        var given = Arrays.stream(url).skip(1).toList();
        var own = SETTINGS.stream()
                .filter(setting -> given.stream()
                        .noneMatch(other -> other.split("=", 2)[0].equalsIgnoreCase(setting.split("=", 2)[0])));
        return Stream.concat(Stream.of(address), Stream.concat(own, given.stream()))
                .collect(Collectors.joining(";"));
    }

    /** With {@code retry}, the file of all is not closed when a thread that reads is interrupted; tests bring schemes of their own. */
    private static String absolute(String name) {
        if (name.matches("[a-z]{2,}:.*")) {
            return name;
        }
        var path = name.startsWith("~") ? System.getProperty("user.home") + name.substring(1) : name;
        return "retry:" + Path.of(path).toAbsolutePath().normalize();
    }

    @Override
    public Connection lock() throws SQLException {
        if (isFile && !isOpen) {
            if (!OPEN.add(file)) {
                throw new StoreException(
                        "The engine's database %s is in use by another engine in this program.".formatted(name()),
                        null);
            }
            isOpen = true;
        }
        return DriverManager.getConnection(url, user, password);
    }

    @Override
    public void migrate(Connection connection) throws SQLException {
        if (isFile) {
            Schema.at(Flyway.configure().dataSource(url, user, password)).load().migrate();
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
            try (var statement = connection.createStatement()) {
                statement.execute("checkpoint sync");
            }
        }
    }

    @Override
    public HikariConfig reading() {
        return Schema.pool(url, user, password);
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
                        .formatted(name());
            case 28000 -> "User name or password of the engine's database %s is wrong.".formatted(name());
            case 90030, 90049 -> "The engine's database %s is damaged: %s".formatted(name(), why);
            default ->
                why.contains("No space left")
                        ? "The disk with the engine's database %s is full. Make room and start again.".formatted(name())
                        : "The engine's database %s failed: %s".formatted(name(), why);
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

    private String name() {
        return file.startsWith("retry:") ? file.substring("retry:".length()) : file;
    }

    @Override
    public void close() {
        if (isOpen) {
            OPEN.remove(file);
        }
    }
}
