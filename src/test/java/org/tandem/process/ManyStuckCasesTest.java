package org.tandem.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandem.inquiry.Inquiries;

/** An engine of a cluster counts no further than to its ten thousandth result; by a cursor it gives all. */
class ManyStuckCasesTest {

    private static final int ACTIVE = 10_050;
    private static final int WINDOW = 10_000;

    private final ObjectMapper json = new ObjectMapper();
    private HttpServer server;
    private CamundaClient engine;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/v2/incidents/search", this::incidents);
        server.createContext("/v2/variables/search", exchange -> answer(exchange, 200, results(0, 0)));
        server.start();
        engine = CamundaClient.newClientBuilder()
                .restAddress(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .preferRestOverGrpc(true)
                .build();
    }

    @AfterEach
    void stop() {
        engine.close();
        server.stop(0);
    }

    @Test
    void allAreFoundHoweverManyThereAre() {
        var cases = new StuckCases(engine, mock(), mock(Inquiries.class), Duration.ofDays(1));

        cases.look();

        assertThat(cases.all())
                .extracting(StuckCases.Stuck::number)
                .doesNotHaveDuplicates()
                .hasSize(ACTIVE);
    }

    private void incidents(HttpExchange exchange) throws IOException {
        var page = json.readTree(exchange.getRequestBody().readAllBytes()).path("page");
        var from = page.path("after").asInt(0) + page.path("from").asInt(0);
        var limit = page.path("limit").asInt(100);
        if (page.path("from").asInt(0) + limit > WINDOW) {
            answer(
                    exchange,
                    400,
                    "{\"type\":\"about:blank\",\"title\":\"INVALID_ARGUMENT\",\"status\":400,\"detail\":\"the window"
                            + " is too large\"}");
            return;
        }
        answer(exchange, 200, results(from, Math.min(ACTIVE, from + limit)));
    }

    private String results(int from, int to) {
        var answer = json.createObjectNode();
        var items = answer.putArray("items");
        IntStream.range(from, to)
                .forEach(i -> items.addObject()
                        .put("incidentKey", String.valueOf(i + 1))
                        .put("processInstanceKey", String.valueOf(100_000 + i))
                        .put("processDefinitionId", "resolve-inquiry")
                        .put("elementId", "Task_AskForRating"));
        answer.putObject("page").put("totalItems", ACTIVE).put("endCursor", String.valueOf(to));
        return answer.toString();
    }

    private static void answer(HttpExchange exchange, int code, String body) throws IOException {
        exchange.getResponseHeaders()
                .set("Content-Type", code == 200 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(code, body.getBytes(UTF_8).length);
        try (var out = exchange.getResponseBody()) {
            out.write(body.getBytes(UTF_8));
        }
    }
}
