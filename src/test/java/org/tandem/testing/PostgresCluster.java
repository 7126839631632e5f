package org.tandem.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A private PostgreSQL server of the binaries on this machine, on a free port, with its data in a folder that it may write to. */
public final class PostgresCluster implements AutoCloseable {

    public static final String USER = "postgres";
    public static final String PASSWORD = "";

    private static final String FORGETFUL = "-c fsync=off -c full_page_writes=off -c max_wal_size=8GB";

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable PostgresCluster shared;

    private final Path binaries;
    private final Path folder;
    private final int port;
    private final boolean durable;
    private final boolean kept;

    private PostgresCluster(Path binaries, Path folder, int port, boolean durable, boolean kept) {
        this.binaries = binaries;
        this.folder = folder;
        this.port = port;
        this.durable = durable;
        this.kept = kept;
    }

    /** One for all tests of this run, that forgets everything when the machine does; skips the test where PostgreSQL is not installed. */
    public static synchronized PostgresCluster shared() {
        assumeTrue(isInstalled(), "PostgreSQL is not installed here: what is particular to it is not tested");
        if (shared == null) {
            shared = start(Path.of("target"), false);
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close, "postgres-stop"));
        }
        return shared;
    }

    public static boolean isInstalled() {
        return binaries() != null;
    }

    /** @param durable commits are forced to the disk, as they are by default */
    public static PostgresCluster start(Path under, boolean durable) {
        try {
            Files.createDirectories(under);
            return start(Files.createTempDirectory(under.toAbsolutePath(), "postgres-"), durable, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With what an earlier one has left in the folder; it stays there, too, when this one is closed. */
    public static PostgresCluster keptIn(Path folder, boolean durable) {
        try {
            return start(Files.createDirectories(folder.toAbsolutePath()), durable, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PostgresCluster start(Path folder, boolean durable, boolean kept) throws IOException {
        var binaries = Objects.requireNonNull(binaries(), "PostgreSQL is not installed");
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var cluster = new PostgresCluster(binaries, folder, free.getLocalPort(), durable, kept);
            free.close();
            if (isRoot()) {
                run(List.of("chown", USER, folder.toString()));
            }
            if (!Files.exists(folder.resolve("data"))) {
                cluster.command("initdb", "-D", folder + "/data", "-A", "trust", "-U", USER, "-E", "UTF8", "--no-sync");
            }
            cluster.start();
            return cluster;
        }
    }

    public void start() {
        var options = "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= %s"
                .formatted(port, durable ? "-c fsync=on" : FORGETFUL);
        command("pg_ctl", "-D", folder + "/data", "-l", folder + "/log", "-o", options, "-w", "start");
    }

    /** As if it had been killed. */
    public void stop() {
        command("pg_ctl", "-D", folder + "/data", "-m", "immediate", "-w", "stop");
    }

    /** The JDBC address of a new, empty database. */
    public String newDatabase() {
        return database("test_" + DATABASES.incrementAndGet());
    }

    /** The JDBC address of the database of this name, which is new and empty if there was none. */
    public String database(String name) {
        try (var connection = DriverManager.getConnection(url("postgres"), USER, PASSWORD);
                var statement = connection.createStatement()) {
            try (var known = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                if (!known.next()) {
                    statement.execute("create database " + name);
                }
            }
            return url(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Bytes of all its files. */
    public long size() {
        return Long.parseLong(run(List.of("du", "-sb", folder + "/data")).split("\\s", 2)[0]);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    @Override
    public void close() {
        if (kept) {
            command("pg_ctl", "-D", folder + "/data", "-m", "fast", "-w", "-t", "600", "stop");
            return;
        }
        stop();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void command(String name, String... arguments) {
        var all = new ArrayList<String>();
        if (isRoot()) {
            all.addAll(List.of("runuser", "-u", USER, "--"));
        }
        all.add(binaries.resolve(name).toString());
        all.addAll(Arrays.asList(arguments));
        run(all);
    }

    /** PostgreSQL refuses to run as root. */
    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static String run(List<String> command) {
        try {
            var output = Files.createTempFile("postgres", ".txt");
            var process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("%s: %s".formatted(command, Files.readString(output)));
            }
            var text = Files.readString(output);
            Files.delete(output);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Path binaries() {
        try (var packaged = Files.isDirectory(Path.of("/usr/lib/postgresql"))
                ? Files.list(Path.of("/usr/lib/postgresql"))
                : Stream.<Path>empty()) {
            return Stream.concat(
                            Stream.of(System.getenv("PATH").split(":")).map(Path::of),
                            packaged.sorted(Comparator.reverseOrder()).map(version -> version.resolve("bin")))
                    .filter(folder -> Files.isExecutable(folder.resolve("initdb"))
                            && Files.isExecutable(folder.resolve("pg_ctl")))
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
