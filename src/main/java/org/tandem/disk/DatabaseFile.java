package org.tandem.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.engine.Constants;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.retry.FilePathRetryOnInterrupt;

/**
 * Where an H2 database is, in a file that a power cut cannot spoil, that a reader's interrupt does not close, and that stays small.
 *
 * @param name the file without its ending, for people
 * @param url the JDBC address, with which it is opened
 */
public record DatabaseFile(String name, String url) {

    public static final String PREFIX = "jdbc:h2:file:";

    /** H2 uses space again when it is as old as the retention time. With its default of 45 s files become ten times as large. */
    private static final List<String> SETTINGS = List.of("DB_CLOSE_ON_EXIT=FALSE", "RETENTION_TIME=1000");

    static {
        FilePath.register(new FilePathRetryOnInterrupt());
        FilePath.register(new OrderedFile());
    }

    /** The usual JDBC address of an H2 file; settings in it win. */
    public static DatabaseFile of(String url) {
        var parts = url.substring(PREFIX.length()).split(";");
        var given = Arrays.stream(parts).skip(1).toList();
        var own = SETTINGS.stream().filter(setting -> given.stream().noneMatch(other -> isSame(setting, other)));
        var name = parts[0];
        var file = hasScheme(name) ? name : "retry:" + absolute(name);
        return new DatabaseFile(
                hasScheme(name) ? name : absolute(name).toString(),
                Stream.of(Stream.of(PREFIX + OrderedFile.SCHEME + ":" + file), own, given.stream())
                        .flatMap(all -> all)
                        .collect(Collectors.joining(";")));
    }

    /**
     * To be called before the first connection to it: after a power cut the file opens with all that had been forced, also where H2 would
     * find an older state first. One that is encrypted is left to H2.
     *
     * @throws SQLException if no state in it is complete, or the file cannot be read
     */
    public void recover() throws SQLException {
        if (url.toUpperCase(Locale.ROOT).contains(";CIPHER=")) {
            return;
        }
        try {
            NewestState.find(url.substring(PREFIX.length()).split(";", 2)[0] + Constants.SUFFIX_MV_FILE);
        } catch (MVStoreException e) {
            throw new SQLException(e.getMessage(), "HY000", ErrorCode.FILE_CORRUPTED_1, e);
        } catch (IOException e) {
            throw new SQLException(e.getMessage(), "HY000", ErrorCode.IO_EXCEPTION_2, e);
        }
    }

    /**
     * Returns when everything that has been committed is on the disk. {@code checkpoint sync} alone is not enough: H2 2.3 does not wait
     * there for what its background thread has taken and not yet written, nor does it wait in a thread that is interrupted.
     *
     * @param connection one to an H2 file; an interrupt of the thread is put off until this is done
     * @throws SQLException when the disk is full or fails; the database is closed then
     */
    public static void force(Connection connection) throws SQLException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        var store = session.getDatabase().getStore().getMvStore();
        var interrupted = Thread.interrupted();
        try {
            store.commit();
            store.executeFilestoreOperation(store::sync);
        } catch (MVStoreException e) {
            throw new SQLException("What was committed cannot be forced to the disk: " + e.getMessage(), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean isSame(String setting, String other) {
        return setting.split("=", 2)[0].equalsIgnoreCase(other.split("=", 2)[0]);
    }

    /** One of H2's own kinds of files; a single letter is a drive. */
    private static boolean hasScheme(String name) {
        return name.matches("[a-z]{2,}:.*");
    }

    private static Path absolute(String name) {
        var path = name.startsWith("~") ? System.getProperty("user.home") + name.substring(1) : name;
        return Path.of(path).toAbsolutePath().normalize();
    }
}
