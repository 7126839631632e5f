package org.tandem.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The unpacked Camunda distribution in the user's cache. Unpacked once; a half-unpacked one is never used. */
final class Distribution {

    static final String VERSION = "8.6.0";

    private static final Logger log = LoggerFactory.getLogger(Distribution.class);
    private static final String COORDINATES = "io.camunda:camunda-zeebe:tar.gz:" + VERSION;
    private static final String SHA_256 = "5c699e86a6c9d290dd7b1f0b2ea648fb57fd1dacf1cab22c874219e58827ea45";

    private final Path cache;
    private final MavenDownloads downloads;

    Distribution(Path cache, MavenDownloads downloads) {
        this.cache = cache;
        this.downloads = downloads;
    }

    /** The folder with {@code lib} and {@code config}; downloads and unpacks it when it is not there yet. */
    Path folder() {
        var folder = cache.resolve("camunda-zeebe-" + VERSION);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            var archive = downloads.file(COORDINATES);
            verify(archive, SHA_256);
            log.info("Unpacking Camunda {} to {}", VERSION, folder);
            return unpack(archive, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Camunda %s cannot be unpacked to %s".formatted(VERSION, folder), e);
        }
    }

    static void verify(Path archive, String expected) throws IOException {
        try (var in = Files.newInputStream(archive)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            var actual = HexFormat.of().formatHex(digest.digest());
            if (!actual.equals(expected)) {
                throw new PlatformProblem(
                        "%s is not the file it should be: SHA-256 is %s, expected %s. Delete it and start again"
                                .formatted(archive, actual, expected));
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Unpacks into a folder beside the target and moves it when complete; the top folder of the archive is left out. */
    static Path unpack(Path archive, Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        var unfinished = Files.createTempDirectory(folder.getParent(), "unpacking-");
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive));
                var tar = new TarArchiveInputStream(new GzipCompressorInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, unfinished);
            }
            return moveInPlace(unfinished, folder);
        } finally {
            delete(unfinished);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        var slash = entry.getName().indexOf('/');
        var target = folder.resolve(entry.getName().substring(slash + 1)).normalize();
        if (!target.startsWith(folder)) {
            throw new PlatformProblem("The archive has a file outside of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isFile()) {
            Files.createDirectories(target.getParent());
            Files.copy(tar, target);
        }
    }

    private static Path moveInPlace(Path unfinished, Path folder) throws IOException {
        try {
            return Files.move(unfinished, folder, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            return Files.move(unfinished, folder);
        } catch (IOException e) {
            if (Files.isDirectory(folder)) {
                return folder; // another start was faster
            }
            throw e;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
