package org.tandem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class EmbeddedEngineTest {

    @TempDir
    Path folder;

    @Test
    void aPortThatAnotherProgramHasIsNamedAndTheEngineIsGone() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = other.getLocalPort();
            var engine = new EmbeddedEngine(
                    new EngineProperties(
                            "embedded",
                            "127.0.0.1",
                            port,
                            Set.of(),
                            folder.resolve("engine.password"),
                            "jdbc:h2:file:" + folder.resolve("engine"),
                            "sa",
                            "",
                            null),
                    new StaticListableBeanFactory().getBeanProvider(DeploymentCheck.class));

            assertThatThrownBy(engine::start)
                    .isInstanceOfSatisfying(
                            EngineMisconfigured.class,
                            refused -> assertThat(refused.remedy()).contains("tandem.engine.port"))
                    .hasMessage("The embedded engine cannot listen on 127.0.0.1:%d: Address already in use", port);

            assertThat(engine.isRunning()).isFalse();
        }
    }
}
