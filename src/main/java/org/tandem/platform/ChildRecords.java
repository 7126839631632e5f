package org.tandem.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which child processes were started: process id and start time, which together mean one process and no other. */
final class ChildRecords {
    private static final Logger log = LoggerFactory.getLogger(ChildRecords.class);
    private static final int GRACE_SECONDS = 25;
    private final Path directory;

    ChildRecords(Path directory) {
        this.directory = directory;
    }

    void add(String name, ProcessHandle process) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(name), process.pid() + " " + startOf(process));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void remove(String name) {
        try {
            Files.deleteIfExists(directory.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Children notice the end of their parent by themselves; those that take too long are ended by force. */
    void endLeftOvers() throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (var file : files.toList()) {
                find(Files.readString(file).strip()).ifPresent(process -> end(file, process));
                Files.deleteIfExists(file);
            }
        }
    }

    private static Optional<ProcessHandle> find(String recorded) {
        var parts = recorded.split(" ", 2);
        if (parts.length != 2 || !parts[0].matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(process -> startOf(process).equals(parts[1]));
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("unknown");
    }

    private static void end(Path file, ProcessHandle process) {
        log.info("Waiting for {} of the last run to end (process {})", file.getFileName(), process.pid());
        try {
            process.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stubborn) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (ExecutionException gone) {
            log.debug("Process {} had gone", process.pid());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
