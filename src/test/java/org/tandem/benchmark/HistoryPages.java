package org.tandem.benchmark;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.tandem.Tandem;
import org.tandem.audit.TestDoor;
import org.tandem.engine.state.State;
import org.tandem.engine.store.Stores;
import org.tandem.inquiry.Customer;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.NewInquiry;

/**
 * How long the pages of the history take, over HTTP, on the embedded engine with very many finished process instances beside some real
 * ones. Options: instances, requests (of each page), folder (with the store, which is filled up).
 */
final class HistoryPages {

    private static final Pattern LINK = Pattern.compile("href=\"/history/(\\d+)\"");
    private static final int INQUIRIES = 20;
    private static final int COMMANDS_A_COMMIT = 128;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;
    private final int requests;

    private HistoryPages(String base, int requests) {
        this.base = base;
        this.requests = requests;
    }

    public static void main(String[] args) throws Exception {
        var options = Options.of(args);
        var folder = Path.of(options.get("--folder", "target/history-pages")).toAbsolutePath();
        var url = "jdbc:h2:file:" + folder.resolve("engine");
        Files.createDirectories(folder);
        fill(url, Integer.parseInt(options.get("--instances", "100000")));
        try (var tandem = start(folder, url)) {
            var port = tandem.getEnvironment().getRequiredProperty("local.server.port");
            new HistoryPages("http://localhost:" + port, Integer.parseInt(options.get("--requests", "200")))
                    .measure(tandem.getBean(Inquiries.class));
        }
        System.exit(0);
    }

    /** Until there are so many. */
    private static void fill(String url, int instances) throws SQLException {
        var missing = instances - count(url);
        if (missing <= 0) {
            return;
        }
        try (var store = Stores.open(url, "sa", "")) {
            var state = new State();
            store.load(state);
            StoreBench.write(store, state, missing, COMMANDS_A_COMMIT, 0);
        }
    }

    private static int count(String url) throws SQLException {
        Stores.open(url, "sa", "").close(); // makes the tables if there are none
        try (var connection = DriverManager.getConnection(url, "sa", "");
                var found = connection.createStatement().executeQuery("select count(*) from process_instance")) {
            found.next();
            return found.getInt(1);
        }
    }

    private static ConfigurableApplicationContext start(Path folder, String url) throws IOException {
        return new SpringApplication(Tandem.class, TestDoor.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.datasource.url=jdbc:h2:mem:history-pages;DB_CLOSE_DELAY=-1",
                        "--tandem.assistant.enabled=false",
                        "--tandem.access-key-file=" + folder.resolve("access.key"),
                        "--tandem.engine.password-file=" + folder.resolve("engine.password"),
                        "--tandem.engine.port=" + freePort(),
                        "--tandem.engine.database-url=" + url);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void measure(Inquiries inquiries) throws IOException, InterruptedException {
        get("/i/test-door/AUDITOR");
        var number = "";
        for (int i = 0; i < INQUIRIES; i++) {
            var customer = new Customer("Robin Example", UUID.randomUUID() + "@customer.example");
            var id = inquiries
                    .open(new NewInquiry("When do I get my money back?", customer, "en"), null)
                    .id();
            number = inquiries.get(id).number();
        }
        var last = "/history?case=" + number + "&process=resolve-by-person";
        await().atMost(PATIENCE).until(() -> get(last).contains("1 process instance."));
        var real = first("/history?case=" + number + "&process=resolve-inquiry");
        var sample = first("/history?process=three-tasks");
        var pages = new LinkedHashMap<String, String>();
        pages.put("everything", "/history");
        pages.put("page 400", "/history?page=400");
        pages.put("by case number", "/history?case=" + number);
        pages.put("by key", "/history?case=" + sample);
        pages.put("running", "/history?state=active");
        pages.put("completed", "/history?state=completed");
        pages.put("completed, one version", "/history?state=completed&process=three-tasks&version=1");
        pages.put("in a period", "/history?from=2027-01-15&until=2027-01-15");
        pages.put("ended first", "/history?sort=ended&order=asc");
        pages.put("by process", "/history?sort=process&order=asc");
        pages.put("by state", "/history?sort=state");
        pages.put("with incident", "/history?incident=yes");
        pages.put("nothing found", "/history?case=TA-0000-0000");
        pages.put("a sample", "/history/" + sample);
        pages.put("a real one", "/history/" + real);
        pages.put("a real one, unchanged", "/history/" + real + "/live?seen=0");
        pages.put("its diagram", "/history/models/processes/" + definition(real));
        for (var page : pages.entrySet()) {
            report(page);
        }
    }

    private void report(Map.Entry<String, String> page) throws IOException, InterruptedException {
        for (int i = 0; i < requests / 4; i++) {
            get(page.getValue());
        }
        var nanos = new long[requests];
        for (int i = 0; i < requests; i++) {
            var begin = System.nanoTime();
            get(page.getValue());
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-24s p50 %6.1f ms   p95 %6.1f ms   longest %6.1f ms%n",
                page.getKey(),
                nanos[requests / 2] / 1e6,
                nanos[requests * 95 / 100] / 1e6,
                nanos[requests - 1] / 1e6);
    }

    private String first(String search) throws IOException, InterruptedException {
        var link = LINK.matcher(get(search));
        if (!link.find()) {
            throw new IllegalStateException("Nothing was found by " + search);
        }
        return link.group(1);
    }

    private String definition(String run) throws IOException, InterruptedException {
        var model = Pattern.compile("/history/models/processes/(\\d+)").matcher(get("/history/" + run));
        if (!model.find()) {
            throw new IllegalStateException("The page of " + run + " names no diagram");
        }
        return model.group(1);
    }

    private String get(String path) throws IOException, InterruptedException {
        var answer = client.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
