package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The browser libraries in the repository are what their makers published, and nothing else is among them. */
class VendoredFilesTest {

    private static final Path FOLDER = Path.of("src", "main", "resources", "static", "vendor");
    private static final Pattern LINE = Pattern.compile(
            "(?:@[^/ ]+/)?(?<name>[^@ ]+)@(?<version>\\S+) (?:\\S*/)?(?<file>\\S+) (?<checksum>[0-9a-f]{128})");

    @Test
    void everyFileIsWhatTheListSays() throws Exception {
        var listed = new TreeMap<String, String>();
        for (var line : Files.readAllLines(Path.of(".ci", "vendored-files"))) {
            if (!line.startsWith("#")) {
                var parts = LINE.matcher(line);
                assertThat(parts.matches()).as(line).isTrue();
                listed.put(
                        "%s/%s/%s".formatted(parts.group("name"), parts.group("version"), parts.group("file")),
                        parts.group("checksum"));
            }
        }

        assertThat(files()).isNotEmpty().isEqualTo(listed);
    }

    private static Map<String, String> files() throws Exception {
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(FOLDER)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        FOLDER.relativize(file).toString().replace('\\', '/'),
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(file))));
            }
        }
        return files;
    }
}
