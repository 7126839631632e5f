package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An external engine that does not answer does not keep Tandem from stopping. The real application in a process of its own. */
@Execution(ExecutionMode.CONCURRENT)
class StopsWithoutItsEngineIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Of an inquiry that is not there, so that whichever worker gets it fails. */
    private static final String JOB = """
            {"jobs": [{"jobKey": "%d", "type": "any", "processInstanceKey": "1", "processDefinitionKey": "1",
              "processDefinitionId": "any", "processDefinitionVersion": 1, "elementId": "any", "elementInstanceKey": "1",
              "worker": "any", "retries": 3, "deadline": 4102444800000, "customHeaders": {}, "tenantId": "<default>",
              "variables": {"inquiryId": "00000000-0000-0000-0000-000000000000", "conversationKey": "any:1"}}]}
            """;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @ParameterizedTest(name = "over REST: {0}, by streams: {1}")
    @CsvSource({"false, true", "true, false"})
    void anEngineThatTakesConnectionsAndNeverAnswers(boolean rest, boolean streams) throws Exception {
        try (var silent = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress())) {
            assertStops(silent.getLocalPort(), rest, streams);
        }
    }

    @ParameterizedTest(name = "over REST: {0}")
    @ValueSource(booleans = {false, true})
    void anEngineThatRefusesConnections(boolean rest) throws Exception {
        assertStops(freePort(), rest, !rest);
    }

    /** The workers have jobs, and wait for the engine to take their answers. */
    @Test
    void anEngineThatGivesJobsAndAnswersEverythingElseVerySlowly() throws Exception {
        var slow = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        slow.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var given = new CountDownLatch(5);
        slow.createContext("/", exchange -> {
            if (exchange.getRequestURI().getPath().endsWith("/jobs/activation")) {
                answer(exchange, JOB.formatted(given.getCount()));
                given.countDown();
            } else {
                LockSupport.parkNanos(Duration.ofSeconds(30).toNanos());
                answer(exchange, "{}");
            }
        });
        slow.start();
        try {
            assertStops(
                    slow.getAddress().getPort(),
                    true,
                    false,
                    () -> assertThat(given.await(60, TimeUnit.SECONDS)).isTrue());
        } finally {
            slow.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private void assertStops(int port, boolean rest, boolean streams) throws Exception {
        assertStops(port, rest, streams, () -> {});
    }

    /** With an inquiry that the engine has not heard of, and long enough for its streams to be tried again. */
    private void assertStops(int port, boolean rest, boolean streams, Happening before) throws Exception {
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
            before.happens();

            assertThat(tandem.stop()).isLessThan(LIMIT);
        }
    }

    private interface Happening {
        void happens() throws Exception;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
