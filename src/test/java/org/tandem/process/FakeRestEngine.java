package org.tandem.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The engine of a test, speaking REST. */
final class FakeRestEngine extends FakeEngine {

    private static final String TOPOLOGY = """
            {"brokers": [{"nodeId": 0, "host": "127.0.0.1", "port": 1, "version": "8.8.0", "partitions": []}],
             "clusterSize": 1, "partitionsCount": 1, "replicationFactor": 1, "gatewayVersion": "8.8.0"}
            """;
    private static final String DEPLOYMENT = """
            {"deploymentKey": "1", "tenantId": "<default>", "deployments": [{"processDefinition": {
              "processDefinitionId": "resolve-inquiry", "processDefinitionVersion": 3, "processDefinitionKey": "2",
              "resourceName": "resolve-inquiry.bpmn", "tenantId": "<default>"}}]}
            """;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;

    FakeRestEngine() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v2/topology", exchange -> answer(exchange, absence(), TOPOLOGY));
        server.createContext("/v2/messages/publication", exchange -> {
            var message = json.readTree(exchange.getRequestBody().readAllBytes());
            answer(
                    exchange,
                    new Heard(
                            "publish",
                            text(message, "name"),
                            text(message, "correlationKey"),
                            text(message, "messageId")),
                    "{\"messageKey\": \"1\", \"tenantId\": \"<default>\"}");
        });
        server.createContext(
                "/v2/jobs/",
                exchange -> answer(
                        exchange,
                        new Heard("complete", exchange.getRequestURI().getPath().split("/")[3]),
                        ""));
        server.createContext("/v2/deployments", exchange -> {
            var parts = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("filename=");
            answer(exchange, new Heard("deploy", String.valueOf(parts.length - 1)), DEPLOYMENT);
        });
        server.start();
    }

    @Override
    Protocol protocol() {
        return Protocol.REST;
    }

    @Override
    int port() {
        return server.getAddress().getPort();
    }

    @Override
    void stop() {
        server.stop(0);
    }

    private static String text(JsonNode message, String field) {
        return message.path(field).asText();
    }

    private void answer(HttpExchange exchange, Heard command, String acceptance) throws IOException {
        answer(exchange, hear(command), acceptance);
    }

    private void answer(HttpExchange exchange, @Nullable Refusal refusal, String acceptance) throws IOException {
        if (refusal == null) {
            send(exchange, acceptance.isEmpty() ? 204 : 200, acceptance);
            return;
        }
        var code = refusal.http();
        var problem = json.createObjectNode()
                .put("type", "about:blank")
                .put("title", refusal.grpc().name());
        problem.put("status", code)
                .put("detail", REASON)
                .put("instance", exchange.getRequestURI().getPath());
        exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
        write(exchange, code, problem.toString());
    }

    private static void send(HttpExchange exchange, int code, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        write(exchange, code, body);
    }

    private static void write(HttpExchange exchange, int code, String body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
