package org.tandem.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The web API of the local Camunda 8.6, logged in with a session cookie that is renewed when it has expired. */
final class Camunda86 {

    private static final Set<String> NOT_PASSED_ON = Set.of(
            "connection",
            "content-length",
            "transfer-encoding",
            "host",
            "upgrade",
            "expect",
            "http2-settings",
            "authorization");
    private static final String CSRF = "X-CSRF-TOKEN";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LocalPlatformSettings settings;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private volatile Session session = Session.NONE;

    Camunda86(LocalPlatformSettings settings) {
        this.settings = settings;
    }

    JsonNode get(String path) {
        return read(request(path).GET());
    }

    JsonNode post(String path, JsonNode body) {
        return read(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** The text behind a path, or null when there is none. */
    @Nullable
    String text(String path) {
        var response = send(request(path).GET(), BodyHandlers.ofString());
        return response.statusCode() == 200 ? response.body() : null;
    }

    /** Passes a request on as it came and the answer back as it comes, without keeping either in memory. */
    void forward(HttpExchange exchange, int port) throws IOException {
        var method = exchange.getRequestMethod();
        var body = exchange.getRequestBody().readAllBytes();
        var request = HttpRequest.newBuilder(
                        address(port, exchange.getRequestURI().toString()))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT)) && !name.equalsIgnoreCase("cookie")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        var response = send(request, BodyHandlers.ofInputStream());
        response.headers().map().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                exchange.getResponseHeaders().put(name, List.copyOf(values));
            }
        });
        try (InputStream in = response.body()) {
            var empty = response.statusCode() == 204 || response.statusCode() == 304 || method.equals("HEAD");
            exchange.sendResponseHeaders(response.statusCode(), empty ? -1 : 0);
            if (!empty) {
                in.transferTo(exchange.getResponseBody());
            }
        }
    }

    private JsonNode read(HttpRequest.Builder request) {
        var response = send(request, BodyHandlers.ofString());
        try {
            if (response.statusCode() / 100 != 2) {
                throw new PlatformProblem("%s answered %d: %s"
                        .formatted(response.uri().getPath(), response.statusCode(), response.body()));
            }
            return response.body().isBlank() ? json.createObjectNode() : json.readTree(response.body());
        } catch (IOException e) {
            throw new PlatformProblem(
                    "%s answered no JSON".formatted(response.uri().getPath()), e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(settings.webPort(), path));
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            var used = session;
            var response = http.send(with(used, request), handler);
            if (response.statusCode() != 401 && response.statusCode() != 403) {
                return response;
            }
            return http.send(with(renew(used), request), handler);
        } catch (IOException e) {
            throw new PlatformProblem("Camunda does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformProblem("Interrupted", e);
        }
    }

    private static HttpRequest with(Session session, HttpRequest.Builder request) {
        request.timeout(PATIENCE);
        if (session != Session.NONE) {
            request.setHeader("Cookie", session.cookies()).setHeader(CSRF, session.csrfToken());
        }
        return request.build();
    }

    /** Logs in, unless somebody else has done so meanwhile. */
    private synchronized Session renew(Session expired) throws IOException, InterruptedException {
        if (session != expired) {
            return session;
        }
        var request = request("/api/login?username=demo&password=demo")
                .timeout(PATIENCE)
                .POST(BodyPublishers.noBody())
                .build();
        var response = http.send(request, BodyHandlers.discarding());
        var cookies = response.headers().allValues("set-cookie").stream()
                .map(value -> value.split(";", 2)[0])
                .toList();
        if (response.statusCode() / 100 != 2 || cookies.isEmpty()) {
            throw new PlatformProblem("Camunda refuses the log-in: " + response.statusCode());
        }
        session = new Session(
                String.join("; ", cookies), response.headers().firstValue(CSRF).orElse(""));
        return session;
    }

    private static URI address(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private record Session(String cookies, String csrfToken) {
        static final Session NONE = new Session("", "");
    }
}
