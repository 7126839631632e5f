package org.tandem.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What happens below the requests: who may connect, in which order answers come, and what becomes of jobs when a worker hangs up. */
class ConnectionsTest {

    private static final String POLL =
            "{\"type\":\"%s\",\"timeout\":600000,\"maxJobsToActivate\":5,\"requestTimeout\":60000}";

    private static Socket open(TestApi api, String... requests) throws IOException {
        var address = api.at("/");
        var socket = new Socket(address.getHost(), address.getPort());
        socket.getOutputStream().write(String.join("", requests).getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static String request(String method, String path, String body) {
        return "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(method, path, body.length(), body);
    }

    @Test
    void theJobsOfAWorkerThatHangsUpAreNotLost() throws Exception {
        try (var api = new TestApi()) {
            api.deploy(TestApi.work("left", "left.work"));
            open(api, request("POST", "/v2/jobs/activation", POLL.formatted("left.work")))
                    .close();
            api.start("left", Map.of());

            assertThat(api.client()
                            .newActivateJobsCommand()
                            .jobType("left.work")
                            .maxJobsToActivate(1)
                            .requestTimeout(Duration.ofSeconds(5))
                            .send()
                            .join()
                            .getJobs())
                    .hasSize(1);
        }
    }

    @Test
    void jobsThatNobodyHeardOfAreGivenBack() throws Exception {
        try (var api = new TestApi()) {
            api.deploy(TestApi.work("racing", "racing.work"));
            for (int i = 0; i < 50; i++) {
                var socket = open(api, request("POST", "/v2/jobs/activation", POLL.formatted("racing.work")));
                var started = api.engine()
                        .submit(core -> core.instances()
                                .create(new org.tandem.engine.core.Instances.NewInstance(
                                        core.deployments().process("racing", 0),
                                        Map.of(),
                                        java.util.List.of(),
                                        java.util.List.of())));
                socket.setSoLinger(true, 0);
                // it hangs up a little later each time, before, while and after it is answered
                LockSupport.parkNanos(i * 40_000L);
                socket.close();
                started.join();
            }
            var given = new java.util.HashSet<Long>();
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                api.client()
                        .newActivateJobsCommand()
                        .jobType("racing.work")
                        .maxJobsToActivate(100)
                        .requestTimeout(Duration.ofMillis(200))
                        .send()
                        .join()
                        .getJobs()
                        .forEach(job -> given.add(job.getKey()));
                assertThat(given).hasSizeGreaterThan(40);
            });
        }
    }

    @Test
    void answersComeInTheOrderOfTheRequests() throws Exception {
        try (var api = new TestApi();
                var socket = open(
                        api,
                        request("POST", "/v2/process-instances/search", "{}"),
                        request("GET", "/v2/topology", ""),
                        request("POST", "/v2/jobs/7/completion", "{}"),
                        request("GET", "/v2/nothing", ""),
                        request("GET", "/actuator/clock", ""))) {
            socket.setSoTimeout(2_000);
            var answers = new StringBuilder();
            var buffer = new byte[8_192];
            while (!answers.toString().contains("epochMilli")) {
                var read = socket.getInputStream().read(buffer);
                assertThat(read).isPositive();
                answers.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
            assertThat(answers.toString())
                    .containsSubsequence("totalItems", "gatewayVersion", "/completion", "/v2/nothing");
        }
    }

    @Test
    void aBodyThatIsTooLargeIsAnsweredInItsTurn() throws Exception {
        try (var api = new TestApi();
                var socket = open(
                        api,
                        request("POST", "/v2/process-instances/search", "{}"),
                        "POST /v2/jobs/activation HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\n{")) {
            socket.setSoTimeout(2_000);
            var answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers).containsSubsequence("totalItems", "413 Request Entity Too Large", "PAYLOAD_TOO_LARGE");
        }
    }

    @Test
    void whatIsNoHttpIsRefused() throws Exception {
        try (var api = new TestApi();
                var socket = open(api, "\u0016\u0003\u0001 rubbish\r\n\r\n")) {
            socket.setSoTimeout(2_000);
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("400 Bad Request", "INVALID_ARGUMENT");
        }
    }

    @Test
    void pagesAndNamesOfOthersAreRefused() throws Exception {
        var settings = RestSettings.onLoopback(0);
        try (var api = new TestApi(new RestSettings(
                settings.address(), 0, null, null, Set.of("engine.example.org"), settings.mostBytes(), false))) {
            assertThat(status(api, "Host: engine.example.org:8080")).contains(" 200 ");
            assertThat(status(api, "Host: LOCALHOST", "Origin: https://engine.example.org"))
                    .contains(" 200 ");
            assertThat(status(api, "Host: localhost", "Origin: http://localhost:3000"))
                    .contains(" 200 ");
            assertThat(status(api, "Host: rebound.example.com")).contains(" 403 ");
            assertThat(status(api, "Host: localhost", "Origin: https://example.com"))
                    .contains(" 403 ");
            assertThat(status(api, "Host: localhost", "Origin: null")).contains(" 403 ");
            assertThat(status(api, "Host: localhost", "Origin: https://localhost.example.com"))
                    .contains(" 403 ");
            assertThat(api.post("/actuator/cluster/purge", "").statusCode()).isEqualTo(403);
            assertThat(api.post("/actuator/clock/add", "{\"offsetMilli\":1}").statusCode())
                    .isEqualTo(403);
            assertThat(api.send("GET", "/actuator/clock", "").statusCode()).isEqualTo(200);
        }
    }

    private static String status(TestApi api, String... headers) throws IOException {
        try (var socket = open(
                api,
                "GET /v2/topology HTTP/1.1\r\nConnection: close\r\n" + String.join("\r\n", headers) + "\r\n\r\n")) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    @Test
    void onlyWhoKnowsThePasswordGetsIn() {
        try (var api = new TestApi(RestSettings.onLoopback(0).withPassword("ada", "secret: ä"))) {
            var none = api.send("GET", "/v2/topology", "");
            assertThat(none.statusCode()).isEqualTo(401);
            assertThat(none.headers().firstValue("www-authenticate"))
                    .contains("Basic realm=\"engine\", charset=\"UTF-8\"");
            assertThat(as(api, "ada:wrong")).isEqualTo(401);
            assertThat(as(api, "ada")).isEqualTo(401);
            assertThat(as(api, "ada:secret: ä")).isEqualTo(200);
            assertThat(api.send("GET", "/actuator/health", "").statusCode()).isEqualTo(200);
        }
    }

    private static int as(TestApi api, String credentials) {
        return api.send(HttpRequest.newBuilder(api.at("/v2/topology"))
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(credentials.getBytes(StandardCharsets.UTF_8))))
                .statusCode();
    }

    @Test
    void purgingForgetsEverythingAndReleasesWorkers() throws Exception {
        try (var api = new TestApi()) {
            api.deploy(TestApi.work("purged", "purged.work"));
            api.start("purged", Map.of());
            var polling = api.client()
                    .newActivateJobsCommand()
                    .jobType("other.work")
                    .maxJobsToActivate(1)
                    .requestTimeout(Duration.ofSeconds(30))
                    .send();

            // the first purge may come before the worker has asked
            await().atMost(Duration.ofSeconds(5)).until(() -> {
                assertThat(api.post("/actuator/cluster/purge", "").statusCode()).isEqualTo(200);
                return polling.toCompletableFuture().isDone();
            });
            var answer = api.post("/actuator/cluster/purge", "");

            assertThat(polling.join(5, java.util.concurrent.TimeUnit.SECONDS).getJobs())
                    .isEmpty();
            var change = answer.body().replaceAll(".*\"changeId\":(\\d+).*", "$1");
            assertThat(api.send("GET", "/v2/topology", "").body())
                    .contains("\"lastCompletedChangeId\":\"" + change + "\"");
            assertThat(api.client()
                            .newProcessInstanceSearchRequest()
                            .send()
                            .join()
                            .items())
                    .isEmpty();
        }
    }
}
