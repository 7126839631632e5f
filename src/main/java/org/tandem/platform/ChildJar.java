package org.tandem.platform;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * The classes that run inside the children, as a small jar beside the programs. They come from the application's own class
 * path, so it also works from within its executable jar. The jar's name changes with its content.
 */
final class ChildJar {
    private static final String PACKAGE = "/org/tandem/platform/child/";
    private static final List<String> CLASSES = List.of(
            "ChildMain", "OpenSearchMain", "OpenSearchMain$EmbeddedNode", "IndexManagementStub", "PolicyRemoval");

    private ChildJar() {}

    static Path in(Path cache) {
        try {
            var bytes = bytes();
            var digest = Checksum.sha256(new ByteArrayInputStream(bytes));
            var jar = cache.resolve("tandem-child-" + digest.substring(0, 12) + ".jar");
            if (!Files.exists(jar)) {
                Files.createDirectories(cache);
                var temporary = Files.createTempFile(cache, "tandem-child-", ".tmp");
                Files.write(temporary, bytes);
                Files.move(temporary, jar, StandardCopyOption.ATOMIC_MOVE);
            }
            return jar;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] bytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes)) {
            for (var name : CLASSES) {
                var entry = new JarEntry((PACKAGE + name + ".class").substring(1));
                entry.setTime(0);
                jar.putNextEntry(entry);
                try (var source =
                        Objects.requireNonNull(ChildJar.class.getResourceAsStream(PACKAGE + name + ".class"), name)) {
                    source.transferTo(jar);
                }
                jar.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
