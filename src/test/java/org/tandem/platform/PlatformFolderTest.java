package org.tandem.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformFolderTest {
    @TempDir
    Path folder;

    @Test
    void aSecondStartInTheSameFolderSaysThatTandemIsAlreadyRunning() {
        try (var first = PlatformFolder.take(folder)) {
            assertThat(first.file("lock")).exists();

            assertThatThrownBy(() -> PlatformFolder.take(folder))
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("already running")
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void aFolderGivenBackCanBeTakenAgain() {
        PlatformFolder.take(folder).close();

        assertThat(PlatformFolder.take(folder)).satisfies(PlatformFolder::close);
    }

    @Test
    void aBusyPortIsNamedWithItsPropertyAndTheFolderIsGivenBack() throws IOException {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var properties = SharedPlatform.onFreePorts(
                    Map.of("data-directory", folder.toString(), "web-port", Integer.toString(busy.getLocalPort())));

            assertThatThrownBy(() -> LocalPlatform.prepare(properties))
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("Port " + busy.getLocalPort())
                    .hasMessageContaining("tandem.local-platform.web-port");
        }
        PlatformFolder.take(folder).close();
    }

    @Test
    void aRecordedProcessIdThatNowBelongsToAnotherProgramIsLeftAlone() throws IOException {
        Files.createDirectories(folder.resolve("children"));
        var own = ProcessHandle.current().pid();
        Files.writeString(folder.resolve("children").resolve("Camunda"), own + " 2001-01-01T00:00:00Z");

        PlatformFolder.take(folder).close();

        assertThat(ProcessHandle.current().isAlive()).isTrue();
        assertThat(folder.resolve("children").resolve("Camunda")).doesNotExist();
    }
}
