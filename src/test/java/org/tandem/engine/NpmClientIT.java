package org.tandem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.tandem.engine.rest.RestServer;
import org.tandem.engine.rest.RestSettings;
import org.tandem.engine.store.Stores;

/** Camunda's own Node.js SDK works with the engine as it does with a cluster; what it does is in {@code .ci/npm-client}. */
@EnabledIfEnvironmentVariable(
        named = "TANDEM_NPM_CLIENT",
        matches = "installed",
        disabledReason = "the Node.js SDK has not been installed: .ci/run does it where npm is")
class NpmClientIT {

    @Test
    void theNodeSdkDeploysStartsWorksAndSearches() throws Exception {
        try (var engine = new Engine(Stores.inMemory(), InstantSource.system());
                var server = new RestServer(engine, RestSettings.onLoopback(0))) {
            var client = new ProcessBuilder(
                            Path.of(".ci", "engine-with-npm").toAbsolutePath().toString(),
                            server.address().toString())
                    .redirectErrorStream(true)
                    .start();
            var ended = client.onExit().completeOnTimeout(client, 90, TimeUnit.SECONDS);
            ended.thenAccept(Process::destroyForcibly);

            var said = new String(client.getInputStream().readAllBytes());

            assertThat(client.waitFor()).as(said).isZero();
            assertThat(said).contains("steps with @camunda8/sdk passed");
            System.out.print(said);
        }
    }
}
