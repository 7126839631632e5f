package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An external engine that does not answer does not keep Tandem from stopping. The real application in a process of its own. */
@Execution(ExecutionMode.CONCURRENT)
class StopsWithoutItsEngineIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @ParameterizedTest(name = "over REST: {0}, by streams: {1}")
    @CsvSource({"false, true", "true, false"})
    void anEngineThatTakesConnectionsAndNeverAnswers(boolean rest, boolean streams) throws Exception {
        try (var silent = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress())) {
            assertStops(silent.getLocalPort(), rest, streams);
        }
    }

    @Test
    void anEngineThatRefusesConnections() throws Exception {
        assertStops(freePort(), false, true);
    }

    /** With an inquiry that the engine has not heard of, and long enough for its streams to be tried again. */
    private void assertStops(int port, boolean rest, boolean streams) throws Exception {
        var address = "http://127.0.0.1:" + port;
        try (var tandem = new RunningTandem(folder)) {
            tandem.start(
                    "--tandem.engine.mode=external",
                    "--tandem.assistant.enabled=false",
                    "--camunda.client.grpc-address=" + address,
                    "--camunda.client.rest-address=" + address,
                    "--camunda.client.prefer-rest-over-grpc=" + rest,
                    "--camunda.client.worker.defaults.stream-enabled=" + streams);
            tandem.ask("Where is my money?", "robin@customer.example");

            assertThat(tandem.stop()).isLessThan(LIMIT);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
