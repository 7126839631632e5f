package org.tandem.platform;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;

/** Shows a download as a bar with bytes and speed. */
final class TransferProgress extends AbstractTransferListener {
    private static final int BAR = 24;
    private static final long WORTH_SHOWING = 1 << 20;
    private static final double MEGA = 1_000_000;

    private final Progress progress;
    private final Map<String, Long> begun = new ConcurrentHashMap<>();

    TransferProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void transferInitiated(TransferEvent event) {
        begun.put(event.getResource().getResourceName(), System.nanoTime());
    }

    @Override
    public void transferProgressed(TransferEvent event) {
        var resource = event.getResource();
        if (resource.getContentLength() >= WORTH_SHOWING) {
            var started = begun.getOrDefault(resource.getResourceName(), System.nanoTime());
            progress.show(line(
                    fileName(resource.getResourceName()),
                    event.getTransferredBytes(),
                    resource.getContentLength(),
                    System.nanoTime() - started));
        }
    }

    @Override
    public void transferSucceeded(TransferEvent event) {
        begun.remove(event.getResource().getResourceName());
        if (event.getTransferredBytes() >= WORTH_SHOWING) {
            progress.say(String.format(
                    Locale.ROOT,
                    "Fetched %s (%.1f MB)",
                    fileName(event.getResource().getResourceName()),
                    event.getTransferredBytes() / MEGA));
        }
    }

    static String line(String name, long bytes, long total, long nanos) {
        var filled = (int) (BAR * bytes / total);
        var seconds = Math.max(nanos / 1e9, 0.001);
        return String.format(
                Locale.ROOT,
                "Fetching %s [%s%s] %.0f/%.0f MB, %.1f MB/s",
                name,
                "#".repeat(filled),
                " ".repeat(BAR - filled),
                bytes / MEGA,
                total / MEGA,
                bytes / MEGA / seconds);
    }

    private static String fileName(String resource) {
        return resource.substring(resource.lastIndexOf('/') + 1);
    }
}
