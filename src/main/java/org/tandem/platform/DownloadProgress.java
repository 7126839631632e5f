package org.tandem.platform;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;

/** Shows the download of large files: a bar on a terminal, a line every few seconds elsewhere. */
final class DownloadProgress extends AbstractTransferListener {

    private static final long LARGE = 20L << 20;
    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal = System.console() != null;
    private Instant shown = Instant.EPOCH;

    DownloadProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void transferProgressed(TransferEvent event) {
        var every = terminal ? Duration.ofMillis(200) : Duration.ofSeconds(5);
        if (event.getResource().getContentLength() >= LARGE && Instant.now().isAfter(shown.plus(every))) {
            show(event);
        }
    }

    @Override
    public void transferSucceeded(TransferEvent event) {
        if (event.getResource().getContentLength() >= LARGE) {
            show(event);
            out.println();
        }
    }

    private void show(TransferEvent event) {
        shown = Instant.now();
        var resource = event.getResource();
        var line = line(
                resource.getFile().getName(),
                event.getTransferredBytes(),
                resource.getContentLength(),
                Duration.ofMillis(Math.max(1, System.currentTimeMillis() - resource.getTransferStartTime())));
        out.print(terminal ? "\r" + line : line + System.lineSeparator());
        out.flush();
    }

    static String line(String name, long bytes, long total, Duration taken) {
        var done = (int) (WIDTH * bytes / Math.max(1, total));
        return String.format(
                Locale.ROOT,
                "Downloading %s [%s%s] %d of %d MB, %.1f MB/s",
                name,
                "#".repeat(done),
                ".".repeat(WIDTH - done),
                bytes >> 20,
                total >> 20,
                bytes / 1048576.0 / (taken.toMillis() / 1000.0));
    }
}
