package org.tandem.platform.adapter;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;

/** Passes a request on as it is and streams the answer back. Small bodies are kept to repeat them after a new log-in. */
final class Forwarding {
    private static final int KEPT_BYTES = 1 << 20;
    private static final Set<String> NOT_PASSED_ON = Set.of(
            "connection",
            "content-length",
            "transfer-encoding",
            "host",
            "upgrade",
            "expect",
            "http2-settings",
            "te",
            "cookie",
            "set-cookie",
            "authorization",
            "x-csrf-token",
            "origin",
            "referer",
            "keep-alive",
            "date");

    private final Upstream upstream;

    Forwarding(Upstream upstream) {
        this.upstream = upstream;
    }

    /** To Camunda's web application, logged in. */
    void loggedIn(HttpExchange exchange, URI base, String target) throws IOException {
        var request = request(exchange, URI.create(base + target));
        var kept = exchange.getRequestBody().readNBytes(KEPT_BYTES);
        if (kept.length < KEPT_BYTES) {
            request.method(exchange.getRequestMethod(), body(kept));
            answer(exchange, upstream.send(request, BodyHandlers.ofInputStream()));
            return;
        }
        var whole = new java.io.SequenceInputStream(new java.io.ByteArrayInputStream(kept), exchange.getRequestBody());
        request.method(exchange.getRequestMethod(), BodyPublishers.ofInputStream(() -> whole));
        answer(exchange, upstream.exchange(upstream.withFreshSession(request), BodyHandlers.ofInputStream()));
    }

    /** To an address that needs no log-in. */
    void plain(HttpExchange exchange, URI base, String target) throws IOException {
        var request = request(exchange, URI.create(base + target));
        request.method(
                exchange.getRequestMethod(), body(exchange.getRequestBody().readAllBytes()));
        answer(exchange, upstream.exchange(request, BodyHandlers.ofInputStream()));
    }

    private static HttpRequest.BodyPublisher body(byte[] bytes) {
        return bytes.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes);
    }

    private static HttpRequest.Builder request(HttpExchange exchange, URI target) {
        var request = HttpRequest.newBuilder(target);
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (passedOn(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request;
    }

    private static void answer(HttpExchange exchange, HttpResponse<InputStream> response) throws IOException {
        response.headers().map().forEach((name, values) -> {
            if (passedOn(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        var length = response.headers().firstValueAsLong("Content-Length").orElse(0);
        var empty = response.statusCode() == 204
                || response.statusCode() == 304
                || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(response.statusCode(), empty ? -1 : length);
        try (var body = response.body()) {
            if (!empty) {
                body.transferTo(exchange.getResponseBody());
            }
        }
    }

    private static boolean passedOn(String header) {
        return !NOT_PASSED_ON.contains(header.toLowerCase(Locale.ROOT)) && !header.startsWith(":");
    }
}
