package org.tandem.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Searches of an engine of a cluster, which counts no further than to its ten thousandth result; by a cursor it gives all. */
final class CountingEngine implements AutoCloseable {

    private static final int WINDOW = 10_000;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;

    CountingEngine() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.start();
    }

    CamundaClient client() {
        return CamundaClient.newClientBuilder()
                .restAddress(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .preferRestOverGrpc(true)
                .build();
    }

    /**
     * Has results for a search.
     *
     * @param howMany there are for what is asked
     * @param write the one with this number, from 0
     */
    CountingEngine finds(String what, ToIntFunction<JsonNode> howMany, BiConsumer<ObjectNode, Integer> write) {
        server.createContext("/v2/" + what + "/search", exchange -> search(exchange, howMany, write));
        return this;
    }

    private void search(HttpExchange exchange, ToIntFunction<JsonNode> howMany, BiConsumer<ObjectNode, Integer> write)
            throws IOException {
        var asked = json.readTree(exchange.getRequestBody().readAllBytes());
        var page = asked.path("page");
        var from = page.path("after").asInt(0) + page.path("from").asInt(0);
        var limit = page.path("limit").asInt(100);
        if (page.path("from").asInt(0) + limit > WINDOW) {
            answer(exchange, 400, """
                    {"type":"about:blank","title":"INVALID_ARGUMENT","status":400,"detail":"the window is too large"}
                    """);
            return;
        }
        var total = howMany.applyAsInt(asked);
        var to = Math.min(total, from + limit);
        var answer = json.createObjectNode();
        var items = answer.putArray("items");
        IntStream.range(from, to).forEach(i -> write.accept(items.addObject(), i));
        answer.putObject("page").put("totalItems", total).put("endCursor", String.valueOf(to));
        answer(exchange, 200, answer.toString());
    }

    private static void answer(HttpExchange exchange, int code, String body) throws IOException {
        exchange.getResponseHeaders()
                .set("Content-Type", code == 200 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(code, body.getBytes(UTF_8).length);
        try (var out = exchange.getResponseBody()) {
            out.write(body.getBytes(UTF_8));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
