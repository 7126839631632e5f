package org.tandem.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A child process: its output goes to a log file, its pid and start time to a record beside it, and it holds our pipe, so that it ends
 * when we do. A record left behind by an earlier run lets us end exactly that process and no other.
 */
final class ManagedProcess implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ManagedProcess.class);
    private static final int LAST_LINES = 15;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final Path logFile;
    private final Path record;
    private final Process process;
    private final OutputStream lifeline;

    private ManagedProcess(String name, Path logFile, Path record, Process process) {
        this.name = name;
        this.logFile = logFile;
        this.record = record;
        this.process = process;
        this.lifeline = process.getOutputStream();
    }

    static ManagedProcess start(String name, Path folder, List<String> command, Map<String, String> environment) {
        var logFile = folder.resolve(name + ".log");
        var record = folder.resolve(name + ".pid");
        try {
            Files.createDirectories(folder);
            endLeftOver(record);
            if (Files.exists(logFile)) {
                Files.move(logFile, folder.resolve(name + ".1.log"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(logFile.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            var started = process.info().startInstant().orElse(Instant.EPOCH);
            Files.writeString(record, process.pid() + " " + started.toEpochMilli());
            return new ManagedProcess(name, logFile, record, process);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be started, see %s".formatted(name, logFile), e);
        }
    }

    /** Ends what an earlier run left behind: the process with the recorded pid, if it also started at the recorded time. */
    static void endLeftOver(Path record) throws IOException {
        if (!Files.exists(record)) {
            return;
        }
        var parts = Files.readString(record).trim().split(" ");
        if (parts.length == 2) {
            ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(left -> left.info()
                            .startInstant()
                            .filter(start -> start.toEpochMilli() == Long.parseLong(parts[1]))
                            .isPresent())
                    .ifPresent(left -> {
                        log.info("Ending process {} that an earlier run left behind", left.pid());
                        left.destroyForcibly();
                        left.onExit().orTimeout(10, TimeUnit.SECONDS).join();
                    });
        }
        Files.deleteIfExists(record);
    }

    void requireAlive() {
        if (!process.isAlive()) {
            throw new PlatformProblem("%s ended with exit code %d. The last lines of %s:%n%s"
                    .formatted(name, process.exitValue(), logFile.toAbsolutePath(), lastLines()));
        }
    }

    String lastLines() {
        try (var lines = Files.lines(logFile)) {
            var all = lines.toList();
            return String.join(System.lineSeparator(), all.subList(Math.max(0, all.size() - LAST_LINES), all.size()));
        } catch (IOException | UncheckedIOException e) {
            return "(no log: " + e + ")";
        }
    }

    Process process() {
        return process;
    }

    @Override
    public void close() {
        try {
            lifeline.close();
        } catch (IOException e) {
            log.debug("The pipe to {} is closed already", name);
        }
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("{} does not stop, it is killed", name);
                process.destroyForcibly().waitFor();
            }
            Files.deleteIfExists(record);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            log.warn("The record {} cannot be deleted: {}", record, e.toString());
        }
    }
}
