package org.tandem.platform;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;

/** The log of a child: one file per run, the one of the run before kept beside it. */
final class LogFile {
    private static final int TAIL_LINES = 25;
    private static final int TAIL_BYTES = 64 * 1024;

    private LogFile() {}

    static void startAnew(Path log) throws IOException {
        Files.createDirectories(log.getParent());
        if (Files.exists(log)) {
            var before = log.resolveSibling(log.getFileName() + ".1");
            Files.move(log, before, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The last lines, stack frames left out. */
    static String tail(Path log) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - TAIL_BYTES));
            var bytes = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(bytes);
            var lines = new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("\tat ") && !line.isBlank())
                    .toList();
            return lines.stream()
                    .skip(Math.max(0, lines.size() - TAIL_LINES))
                    .map(line -> "  " + line)
                    .collect(Collectors.joining(System.lineSeparator()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
