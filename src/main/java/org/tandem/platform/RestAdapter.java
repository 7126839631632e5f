package org.tandem.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The REST API of Camunda 8.8 in front of the local Camunda 8.6: it logs in, passes everything on, and answers the search endpoints from
 * what 8.6 has. The HTTP server of the JDK does: a few local clients, virtual threads, no further dependency.
 */
final class RestAdapter implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RestAdapter.class);

    private final LocalPlatformSettings settings;
    private final Camunda86 camunda;
    private final Searches searches;
    private final Purge purge;
    private final ObjectMapper json = new ObjectMapper();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable HttpServer server;

    RestAdapter(LocalPlatformSettings settings) {
        this.settings = settings;
        this.camunda = new Camunda86(settings);
        this.purge = new Purge(camunda);
        this.searches = new Searches(camunda, purge);
    }

    void start() {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.adapterPort());
            var started = HttpServer.create(address, 0);
            started.setExecutor(threads);
            started.createContext("/", this::handle);
            started.start();
            server = started;
        } catch (IOException e) {
            throw new UncheckedIOException("The REST adapter cannot listen on port " + settings.adapterPort(), e);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(1);
        }
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var method = exchange.getRequestMethod();
            var path = exchange.getRequestURI().getPath();
            if (settings.controlledClock() && isClockReset(method, path)) {
                exchange.sendResponseHeaders(
                        204, -1); // time only goes forward: going back leaves a partition unhealthy
            } else if (settings.controlledClock() && method.equals("POST") && path.equals("/actuator/cluster/purge")) {
                respond(exchange, 202, purge.run());
            } else if (path.startsWith("/actuator/")) {
                camunda.forward(exchange, settings.managementPort());
            } else if (settings.controlledClock() && path.equals("/v2/topology")) {
                respond(exchange, 200, purge.addTo(camunda.get("/v2/topology")));
            } else if (searches.knows(method, path)) {
                respondTo(exchange, path);
            } else {
                camunda.forward(exchange, settings.webPort());
            }
        } catch (RuntimeException e) {
            log.warn("{} {} failed: {}", exchange.getRequestMethod(), exchange.getRequestURI(), e.toString());
            respond(
                    exchange,
                    502,
                    json.createObjectNode()
                            .put("title", "Camunda did not answer")
                            .put("detail", e.toString()));
        }
    }

    private void respondTo(HttpExchange exchange, String path) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var query = body.length == 0 ? json.createObjectNode() : json.readTree(body);
        var answer = searches.answer(path, query);
        if (answer == null) {
            respond(
                    exchange,
                    404,
                    json.createObjectNode()
                            .put("title", "NOT_FOUND")
                            .put("status", 404)
                            .put("detail", path + " is not known"));
        } else if (answer.isTextual()) {
            write(exchange, 200, "text/xml", answer.asText());
        } else {
            respond(exchange, 200, answer);
        }
    }

    private static boolean isClockReset(String method, String path) {
        return (method.equals("DELETE") && path.equals("/actuator/clock"))
                || (method.equals("POST") && path.equals("/v2/clock/reset"));
    }

    private static void respond(HttpExchange exchange, int status, JsonNode body) throws IOException {
        write(exchange, status, "application/json", body.toString());
    }

    private static void write(HttpExchange exchange, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
