package org.tandem.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Sends inquiries through the API and reads afterwards when each was answered. */
final class TandemLoad {

    private static final int CONNECTIONS = 16;
    private static final List<String> QUESTIONS = List.of(
            "When do I get my money back?",
            "Where do I see when my next payment is due?",
            "I forgot my password, how do I set a new one?",
            "How do I freeze my card in the app?",
            "Can I pay the whole plan off early?",
            "How can I change the bank account you collect from?",
            "Which shops take Alderpay?",
            "How long do refunds take to show up?");

    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();

    TandemLoad(URI address) {
        this.address = address;
    }

    Result run(int count, double perSecond) throws Exception {
        var pace = new Pace(perSecond);
        try (var pool = Executors.newFixedThreadPool(CONNECTIONS)) {
            var sent = new ArrayList<Callable<Sent>>();
            for (int i = 0; i < count; i++) {
                var index = i;
                sent.add(() -> {
                    pace.await(index);
                    return send(index);
                });
            }
            var answered = new ArrayList<Callable<Outcome>>();
            for (var future : pool.invokeAll(sent)) {
                var inquiry = future.get();
                answered.add(() -> await(inquiry));
            }
            var outcomes = new ArrayList<Outcome>();
            for (var future : pool.invokeAll(answered)) {
                outcomes.add(future.get());
            }
            return result(outcomes);
        }
    }

    private Sent send(int index) throws IOException, InterruptedException {
        var customer = UUID.randomUUID();
        var body = json.writeValueAsString(Map.of(
                "text", QUESTIONS.get(index % QUESTIONS.size()),
                "customer", Map.of("name", "Bench Mark", "email", customer + "@benchmark.example"),
                "language", "en"));
        var at = Instant.now();
        var response = call(HttpRequest.newBuilder(address.resolve("/api/inquiries"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        return new Sent(response.get("id").asText(), response.get("token").asText(), at);
    }

    private Outcome await(Sent sent) throws IOException, InterruptedException {
        while (true) {
            var inquiry = call(HttpRequest.newBuilder(address.resolve("/api/inquiries/" + sent.id()))
                    .header("Authorization", "Bearer " + sent.token()));
            var state = inquiry.get("state").asText();
            if (!state.equals("RECEIVED")) {
                var answer = lastAt(inquiry, state.equals("AI_ANSWERED") ? "AI" : "SYSTEM");
                return new Outcome(state.equals("AI_ANSWERED"), sent.at(), answer);
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private static Instant lastAt(JsonNode inquiry, String author) {
        Instant last = Instant.now();
        for (var message : inquiry.get("messages")) {
            if (message.get("author").asText().equals(author)) {
                last = Instant.parse(message.get("at").asText());
            }
        }
        return last;
    }

    private JsonNode call(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("%d %s".formatted(response.statusCode(), response.body()));
        }
        return json.readTree(response.body());
    }

    private static Result result(List<Outcome> outcomes) {
        var first = outcomes.stream().map(Outcome::sent).min(Instant::compareTo).orElseThrow();
        var last = outcomes.stream().map(Outcome::done).max(Instant::compareTo).orElseThrow();
        var latencies = outcomes.stream()
                .filter(Outcome::byAi)
                .map(outcome -> Duration.between(outcome.sent(), outcome.done()))
                .sorted()
                .toList();
        return new Result(
                "",
                outcomes.size(),
                latencies.size(),
                outcomes.size() - latencies.size(),
                latencies,
                Duration.between(first, last));
    }

    private record Sent(String id, String token, Instant at) {}

    private record Outcome(boolean byAi, Instant sent, Instant done) {}
}
