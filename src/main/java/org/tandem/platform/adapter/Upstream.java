package org.tandem.platform.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Camunda's web application as one logged-in user: sends requests with the session, and logs in again when it is gone. */
final class Upstream implements AutoCloseable {
    private final URI web;
    /** The store answers some searches with an error while it makes an index; a moment later it does not. */
    private static final int RETRIES = 4;

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final Session session;

    Upstream(URI web) {
        this.web = web;
        this.session = new Session(web, http);
    }

    /** Sends a repeatable request, a second time with a new session when the first was refused. */
    <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) {
        var used = session.current();
        var response = exchange(used.addTo(request), handler);
        if (response.statusCode() != 401 && response.statusCode() != 403) {
            return response;
        }
        return exchange(session.replace(used).addTo(request), handler);
    }

    /** Makes sure that the next request, which cannot be repeated, carries a session that has just been made. */
    HttpRequest.Builder withFreshSession(HttpRequest.Builder request) {
        return session.replace(session.current()).addTo(request);
    }

    <T> HttpResponse<T> exchange(HttpRequest.Builder request, BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UpstreamFailure("interrupted while waiting for Camunda");
        }
    }

    JsonNode get(String path) {
        return json("GET", path, HttpRequest.newBuilder(web.resolve(path)).GET());
    }

    JsonNode post(String path, JsonNode body) {
        return json(
                "POST",
                path,
                HttpRequest.newBuilder(web.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(Json.write(body))));
    }

    String text(String path) {
        return new String(
                answer("GET", path, HttpRequest.newBuilder(web.resolve(path)).GET()), StandardCharsets.UTF_8);
    }

    private JsonNode json(String method, String path, HttpRequest.Builder request) {
        return Json.read(answer(method, path, request.header("Accept", "application/json")));
    }

    private byte[] answer(String method, String path, HttpRequest.Builder request) {
        var response = send(request, BodyHandlers.ofByteArray());
        for (int again = 0; response.statusCode() >= 500 && again < RETRIES; again++) {
            LockSupport.parkNanos(PAUSE.toNanos());
            response = send(request, BodyHandlers.ofByteArray());
        }
        if (response.statusCode() >= 300) {
            var body = new String(response.body(), StandardCharsets.UTF_8);
            throw new UpstreamFailure(
                    response.statusCode(),
                    "%s %s answered %d: %s".formatted(method, path, response.statusCode(), body));
        }
        return response.body();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
