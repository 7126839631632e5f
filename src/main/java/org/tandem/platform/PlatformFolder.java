package org.tandem.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The data folder of one platform: taken by a lock for as long as it runs, so that two never share it. */
final class PlatformFolder implements AutoCloseable {
    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;
    private final ChildRecords records;

    private PlatformFolder(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
        this.records = new ChildRecords(root.resolve("children"));
    }

    /** Takes the folder, or says who has it. Children left behind by a killed owner are ended first. */
    static PlatformFolder take(Path directory) {
        var root = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root.resolve("logs"));
            var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw alreadyRunning(root);
            }
            Files.writeString(
                    root.resolve("owner"), Long.toString(ProcessHandle.current().pid()));
            var folder = new PlatformFolder(root, channel, lock);
            folder.records.endLeftOvers();
            return folder;
        } catch (IOException failed) {
            throw new PlatformException(
                    "The folder %s cannot be used: %s".formatted(root, failed.getMessage()),
                    "Make it writable, or set %sdata-directory to another folder."
                            .formatted(LocalPlatformProperties.PREFIX),
                    failed);
        }
    }

    Path file(String name) {
        return root.resolve(name);
    }

    Path log(String name) {
        return root.resolve("logs").resolve(name.toLowerCase(Locale.ROOT) + ".log");
    }

    ChildRecords records() {
        return records;
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisJvm) {
            return null;
        }
    }

    private static PlatformException alreadyRunning(Path root) throws IOException {
        var owner = root.resolve("owner");
        var who = Files.exists(owner)
                ? " (process %s)".formatted(Files.readString(owner).strip())
                : "";
        return new PlatformException(
                "Tandem is already running%s with the data in %s.".formatted(who, root),
                "Use the one that runs, stop it first, or set %sdata-directory and other ports."
                        .formatted(LocalPlatformProperties.PREFIX));
    }
}
