package org.tandem.platform.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Writes answers, problems as RFC 9457 has them. */
final class Answers {
    private Answers() {}

    static void json(HttpExchange exchange, JsonNode body) throws IOException {
        send(exchange, 200, "application/json", Json.write(body));
    }

    static void xml(HttpExchange exchange, String body) throws IOException {
        send(exchange, 200, "text/xml", body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static void problem(HttpExchange exchange, int status, String detail) throws IOException {
        if (exchange.getResponseCode() >= 0) {
            return; // The answer has begun; breaking it off is all that can be done.
        }
        var problem = Json.object()
                .put("type", "about:blank")
                .put("title", title(status))
                .put("status", status)
                .put("detail", detail)
                .put("instance", exchange.getRequestURI().getPath());
        send(exchange, status, "application/problem+json", Json.write(problem));
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "INVALID_ARGUMENT";
            case 403 -> "FORBIDDEN";
            case 404 -> "NOT_FOUND";
            default -> "UNAVAILABLE";
        };
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
