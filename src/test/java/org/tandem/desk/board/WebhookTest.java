package org.tandem.desk.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.testing.EmptyDatabase;

/** The webhook against a server that fails, is slow, refuses and leads astray. */
class WebhookTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final String SECRET = "a secret of the tests";
    private static final EmptyDatabase DATABASE = EmptyDatabase.h2();

    private final List<Heard> heard = new ArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private BoardSettings settings;

    private record Heard(
            String path, String id, String idempotencyKey, String timestamp, String signature, String body) {}

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::hear);
        server.start();
        settings = settings(1);
        DATABASE.client().sql("delete from feedback_news").update();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void aNewThemeIsToldOnceByItsNumberWithASignatureAndNoWordOfWhatWasWritten() throws Exception {
        DATABASE.client().sql("delete from feedback_entry").update();
        DATABASE.client().sql("delete from feedback_theme").update();
        new Themes(DATABASE.client(), clock(NOW.minusSeconds(1))).add("app", "Fees");
        theme("Mrs Robin Example cannot log in");

        tell(NOW);
        tell(NOW.plusSeconds(60));

        assertThat(heard).singleElement().satisfies(one -> {
            assertThat(one.path()).isEqualTo("/hook");
            assertThat(one.idempotencyKey()).isEqualTo(one.id());
            assertThat(one.body())
                    .doesNotContain("Robin")
                    .doesNotContain("cannot log in")
                    .contains("\"name\":\"app, theme 2\"", "\"named\":false", "\"path\":\"/desk/feedback/")
                    .contains("\"area\":\"app\"", "\"entries\":1");
            assertThat(one.signature()).isEqualTo("v1," + signed(one.id() + "." + one.timestamp() + "." + one.body()));
        });
    }

    @Test
    void theNameThatAPersonGaveIsToldWithoutPersonalData() {
        settings = settings(2);
        var theme = theme("Mrs Robin Example cannot log in");
        named(theme, "Log-in fails, see robin@customer.example");
        entry(theme);

        tell(NOW);

        assertThat(heard)
                .singleElement()
                .satisfies(one -> assertThat(one.body())
                        .contains("\"name\":\"Log-in fails, see ", "\"named\":true")
                        .doesNotContain("robin@customer.example"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 410, 429, 500, 503, 302})
    void whateverIsNotA2xxIsToldAgainWithTheSameIdUntilItIsHeard(int trouble) {
        theme("Fees");
        answers.add(trouble);
        answers.add(trouble);

        tell(NOW);
        tell(NOW.plusSeconds(1)); // not yet
        tell(NOW.plusSeconds(10));
        tell(NOW.plusSeconds(30));
        tell(NOW.plus(Duration.ofDays(1)));

        assertThat(heard).hasSize(3).extracting(Heard::path).containsOnly("/hook");
        assertThat(heard).extracting(Heard::id).containsOnly(heard.getFirst().id());
    }

    @Test
    void aServerThatDoesNotAnswerIsNotWaitedForAndToldAgain() {
        settings = settings(1, Duration.ofMillis(500));
        theme("Fees");
        answers.add(-1);

        tell(NOW);
        tell(NOW.plusSeconds(10));

        assertThat(heard).hasSize(2);
    }

    @Test
    void aServerThatIsAwayIsToldWhenItIsBack() throws IOException {
        theme("Fees");
        var port = server.getAddress().getPort();
        server.stop(0);
        tell(NOW);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::hear);
        server.start();

        tell(NOW.plusSeconds(10));

        assertThat(heard).hasSize(1);
    }

    @Test
    void aThemeIsToldOfWhenItHasAsManyEntriesAsAreWanted() {
        settings = settings(2);
        var theme = theme("Fees");
        tell(NOW);
        assertThat(heard).isEmpty();

        entry(theme);
        tell(NOW.plusSeconds(10));
        entry(theme);
        tell(NOW.plusSeconds(20));

        assertThat(heard).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ftp://example.org/hook | a secret that is long | tandem.desk.board.webhook is ftp://example.org/hook",
                "/hook | a secret that is long | tandem.desk.board.webhook is /hook",
                "https://example.org/hook | short | tandem.desk.board.secret is 5 characters long"
            })
    void anAddressOrASecretThatWillNotDoIsRefused(URI address, String secret, String why) {
        assertThatThrownBy(() -> new BoardSettings(address, secret, 1, Duration.ofSeconds(1)))
                .hasMessageContaining(why)
                .hasMessageNotContaining("short");
    }

    private void hear(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        heard.add(new Heard(
                exchange.getRequestURI().getPath(),
                headers.getFirst("webhook-id"),
                headers.getFirst("Idempotency-Key"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        var answer = answers.isEmpty() ? 204 : answers.removeFirst();
        if (answer < 0) {
            try {
                over.await(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            answer = 204;
        }
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private void tell(Instant at) {
        new Webhook(news(at), settings, clock(at)).tell();
    }

    private Theme theme(String name) {
        var themes = new Themes(DATABASE.client(), clock(NOW));
        var theme = themes.find(themes.add("app", name)).orElseThrow();
        entry(theme);
        return theme;
    }

    private static void named(Theme theme, String name) {
        new Themes(DATABASE.client(), clock(NOW)).rename(theme.id(), name, "lea");
    }

    private void entry(Theme theme) {
        var entries = new Entries(DATABASE.client());
        var id = org.tandem.inquiry.InquiryId.next();
        entries.note(id + ":2", id, "app", "", NOW);
        entries.belongsTo(id + ":2", theme.id());
        news(NOW)
                .tell(new Themes(DATABASE.client(), clock(NOW)).find(theme.id()).orElseThrow());
    }

    private News news(Instant at) {
        return new News(
                DATABASE.client(), new Themes(DATABASE.client(), clock(at)), settings, new ObjectMapper(), clock(at));
    }

    private BoardSettings settings(int entries) {
        return settings(entries, Duration.ofSeconds(20));
    }

    private BoardSettings settings(int entries, Duration timeout) {
        var address = URI.create(
                "http://127.0.0.1:%d/hook".formatted(server.getAddress().getPort()));
        return new BoardSettings(address, SECRET, entries, timeout);
    }

    private static Clock clock(Instant at) {
        return Clock.fixed(at, ZoneOffset.UTC);
    }

    private static String signed(String content) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    }
}
