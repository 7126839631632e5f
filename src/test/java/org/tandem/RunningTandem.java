package org.tandem;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.CredentialsProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tandem in a process and a folder of its own, with its embedded engine, to be killed and started again. */
final class RunningTandem implements AutoCloseable {

    private static final Duration START_UP = Duration.ofMinutes(3);

    private final Path folder;
    private final Path jar;
    private final int port = freePort();
    private final int enginePort = freePort();
    private final int managementPort = freePort();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private @Nullable Process process;

    RunningTandem(Path folder) throws IOException {
        this(folder, TandemJar.extracted());
    }

    RunningTandem(Path folder, Path jar) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.jar = jar.toAbsolutePath();
    }

    void start(String... settings) throws IOException {
        var command = new ArrayList<>(List.of(
                TandemJar.java(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                jar.toString(),
                "--server.port=" + port,
                "--management.server.port=" + managementPort,
                "--tandem.intake-limit.times=0",
                "--tandem.assistant.models=" + Path.of("target", "models").toAbsolutePath(),
                "--tandem.engine.port=" + enginePort));
        command.addAll(List.of(settings));
        process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("tandem.log").toFile()))
                .start();
        await().atMost(START_UP)
                .ignoreExceptions()
                .until(() -> call(HttpRequest.newBuilder(
                                URI.create("http://localhost:" + managementPort + "/actuator/health/readiness")))
                        .get("status")
                        .asText()
                        .equals("UP"));
    }

    /** Waits until the engine has the models, so that cases move. */
    void awaitEngine() {
        awaitInLog("Models deployed");
    }

    /** Waits until the assistant has learned; before that inquiries wait for half a minute. */
    void awaitAssistant() {
        awaitInLog("The assistant answers with model");
    }

    private void awaitInLog(String words) {
        await().atMost(START_UP)
                .ignoreExceptions()
                .until(() -> Files.readString(folder.resolve("tandem.log")).contains(words));
    }

    CamundaClient engine() {
        var address = URI.create("http://127.0.0.1:" + enginePort);
        return CamundaClient.newClientBuilder()
                .credentialsProvider(CredentialsProvider.newBasicAuthCredentialsProviderBuilder()
                        .username("tandem")
                        .password(password())
                        .build())
                .grpcAddress(address)
                .restAddress(address)
                .preferRestOverGrpc(true)
                .defaultRequestTimeout(Duration.ofSeconds(10))
                .build();
    }

    private String password() {
        try {
            return Files.readString(folder.resolve(".tandem/engine.password"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode ask(String text, String email) throws IOException, InterruptedException {
        var body = json.writeValueAsString(
                Map.of("text", text, "customer", Map.of("name", "Robin Example", "email", email), "language", "en"));
        return call(HttpRequest.newBuilder(uri("/api/inquiries"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    JsonNode get(String path, String token) throws IOException, InterruptedException {
        return call(HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token));
    }

    void write(JsonNode asked, String text) throws IOException, InterruptedException {
        call(HttpRequest.newBuilder(uri(
                        "/api/inquiries/%s/messages".formatted(asked.get("id").asText())))
                .header("Authorization", "Bearer " + asked.get("token").asText())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(Map.of("text", text)))));
    }

    String helpPage() {
        return uri("/").toString();
    }

    /** Ends application and engine in the middle of whatever they do. */
    void kill() {
        running().destroyForcibly();
        await().atMost(Duration.ofSeconds(20)).until(() -> !running().isAlive());
    }

    /** Asks it to end, and says how long it took. */
    Duration stop() {
        var asked = System.nanoTime();
        running().destroy();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !running().isAlive());
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            process.destroy();
            try {
                await().atMost(Duration.ofSeconds(60)).until(() -> !running().isAlive());
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("Not started");
        }
        return process;
    }

    private JsonNode call(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("%d %s".formatted(response.statusCode(), response.body()));
        }
        return json.readTree(response.body());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
