package org.tandem.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one process to throw away on a fresh platform, until it shows in Operate and Tasklist, and cancels it. */
final class WarmUp {
    private static final Logger log = LoggerFactory.getLogger(WarmUp.class);
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final long PAUSE_MILLIS = 500;
    private static final String BOUNDARY = "tandem-warm-up-boundary";

    private final URI rest;
    private final HttpClient http = HttpClient.newHttpClient();

    WarmUp(URI rest) {
        this.rest = rest;
    }

    void run() throws InterruptedException {
        var begun = System.nanoTime();
        send("/v2/deployments", "multipart/form-data; boundary=" + BOUNDARY, deployment());
        var instance = send("/v2/process-instances", "application/json", """
                {"processDefinitionId": "tandem-warm-up", "variables": {"warm": true}}""");
        var key = find("\"processInstanceKey\":\"?(\\d+)", instance);
        while (!shows("user-tasks", key) || !shows("element-instances", key)) {
            if (System.nanoTime() - begun > LIMIT.toNanos()) {
                log.warn("The first process has not shown up in Tasklist within {} s", LIMIT.toSeconds());
                return;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        send("/v2/process-instances/" + key + "/cancellation", "application/json", "{}");
        log.info("Operate and Tasklist were warmed up in {} s", (System.nanoTime() - begun) / 1_000_000_000);
    }

    private boolean shows(String collection, String key) throws InterruptedException {
        var found = send("/v2/" + collection + "/search", "application/json", """
                {"filter": {"processInstanceKey": "%s"}}""".formatted(key));
        return found.contains(key);
    }

    private String send(String path, String type, String body) throws InterruptedException {
        var request = HttpRequest.newBuilder(rest.resolve(path))
                .header("Content-Type", type)
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body));
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        "%s answered %d: %s".formatted(path, response.statusCode(), response.body()));
            }
            return response.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String deployment() {
        return "--" + BOUNDARY + "\r\n"
                + "Content-Disposition: form-data; name=\"resources\"; filename=\"tandem-warm-up.bpmn\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n"
                + model()
                + "\r\n--" + BOUNDARY + "--\r\n";
    }

    private static String model() {
        try (var model = Objects.requireNonNull(WarmUp.class.getResourceAsStream("tandem-warm-up.bpmn"))) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String find(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("No " + pattern + " in " + text);
        }
        return matcher.group(1);
    }
}
