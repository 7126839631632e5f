package org.tandem.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
    @TempDir
    Path folder;

    @Test
    void anArchiveIsUnpackedWithItsFolders() throws IOException {
        var archive = archive("camunda/lib/one.jar");

        TarGz.unpack(archive, folder.resolve("out"));

        assertThat(folder.resolve("out/camunda/lib/one.jar")).hasContent("content");
    }

    @Test
    void anEntryThatPointsOutsideIsRefused() throws IOException {
        var archive = archive("../outside.txt");

        assertThatThrownBy(() -> TarGz.unpack(archive, folder.resolve("out"))).hasMessageContaining("../outside.txt");
        assertThat(folder.resolve("outside.txt")).doesNotExist();
    }

    @Test
    void aFileThatIsNotTheOnePublishedIsRefused() throws IOException {
        var file = Files.writeString(folder.resolve("camunda.tar.gz"), "something else");

        assertThatThrownBy(() -> Checksum.require(file, Programs.CAMUNDA_SHA256))
                .hasMessageContaining("camunda.tar.gz")
                .hasMessageContaining(Programs.CAMUNDA_SHA256);
    }

    @Test
    void theChildrensJarHasEveryClassOfTheirPackageAndIsWrittenOnce() throws IOException {
        var jar = ChildJar.in(folder);
        var written = Files.getLastModifiedTime(jar);

        assertThat(ChildJar.in(folder)).isEqualTo(jar);
        assertThat(Files.getLastModifiedTime(jar)).isEqualTo(written);
        try (var content = new JarFile(jar.toFile());
                var classes = Files.list(Path.of("target/classes/org/tandem/platform/child"))) {
            assertThat(content.stream().map(entry -> Path.of(entry.getName()).getFileName()))
                    .containsExactlyInAnyOrderElementsOf(classes.map(Path::getFileName)
                            .filter(name -> !name.toString().equals("package-info.class"))
                            .toList());
        }
    }

    @Test
    void aDownloadIsShownWithBytesAndSpeed() {
        assertThat(TransferProgress.line("camunda.tar.gz", 150_000_000, 300_000_000, 10_000_000_000L))
                .isEqualTo("Fetching camunda.tar.gz [############            ] 150/300 MB, 15.0 MB/s");
    }

    @Test
    void everySystemHasItsOwnCacheFolder() {
        var home = Path.of("home").toAbsolutePath();

        assertThat(UserCache.directory("Linux", home, Map.of())).isEqualTo(home.resolve(".cache/tandem"));
        assertThat(UserCache.directory("Linux", home, Map.of("XDG_CACHE_HOME", "/other")))
                .isEqualTo(Path.of("/other/tandem"));
        assertThat(UserCache.directory("Mac OS X", home, Map.of())).isEqualTo(home.resolve("Library/Caches/tandem"));
        assertThat(UserCache.directory("Windows 11", home, Map.of("LOCALAPPDATA", "/local")))
                .isEqualTo(Path.of("/local/tandem"));
    }

    private Path archive(String entryName) throws IOException {
        var archive = folder.resolve("archive.tar.gz");
        var content = "content".getBytes(StandardCharsets.UTF_8);
        try (var tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(Files.newOutputStream(archive)))) {
            var entry = new TarArchiveEntry(entryName);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return archive;
    }
}
