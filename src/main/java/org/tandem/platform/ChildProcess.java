package org.tandem.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A program of the platform, running. It lives for as long as this process keeps the pipe to it open, and writes its
 * output to a log file.
 */
final class ChildProcess {
    private static final int STOP_LIMIT_SECONDS = 25;
    private final String name;
    private final Process process;
    private final Path log;
    private final ChildRecords records;
    private final long startedAt = System.nanoTime();

    private ChildProcess(String name, Process process, Path log, ChildRecords records) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.records = records;
    }

    static ChildProcess start(JavaCommand command, PlatformFolder folder) {
        var log = folder.log(command.name());
        try {
            LogFile.startAnew(log);
            var builder = new ProcessBuilder(command.line())
                    .directory(folder.file("").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            command.clean(builder.environment());
            var process = builder.start();
            folder.records().add(command.name(), process.toHandle());
            return new ChildProcess(command.name(), process, log, folder.records());
        } catch (IOException failed) {
            throw new PlatformException(
                    "%s cannot be started: %s".formatted(command.name(), failed.getMessage()),
                    "Check that %s can be executed.".formatted(command.line().getFirst()),
                    failed);
        }
    }

    String name() {
        return name;
    }

    Process process() {
        return process;
    }

    /** Says why the program did not get ready, with the last of what it wrote. */
    PlatformException failure(String what) {
        return new PlatformException(
                "%s %s. The last lines of %s:%n%s".formatted(name, what, log, LogFile.tail(log)),
                "See the whole log, and correct what it names.");
    }

    /** Ends the program in order by closing the pipe, after a time limit by force. */
    void stop() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            records.remove(name);
        } catch (IOException gone) {
            process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
