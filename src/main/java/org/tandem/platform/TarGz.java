package org.tandem.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Unpacks an archive of folders and plain files; an entry that points outside of the target is refused. */
final class TarGz {
    private TarGz() {}

    static void unpack(Path archive, Path target) throws IOException {
        var root = target.toAbsolutePath().normalize();
        try (var file = new BufferedInputStream(Files.newInputStream(archive));
                var tar = new TarArchiveInputStream(new GzipCompressorInputStream(file))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, root);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        var path = root.resolve(entry.getName()).normalize();
        if (!path.startsWith(root)) {
            throw new IOException("The archive's entry '" + entry.getName() + "' points outside of its folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else if (entry.isFile()) {
            Files.createDirectories(path.getParent());
            Files.copy(tar, path);
        } else {
            throw new IOException("The archive's entry '" + entry.getName() + "' is neither a folder nor a file");
        }
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
