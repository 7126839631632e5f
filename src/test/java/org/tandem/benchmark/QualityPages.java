package org.tandem.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.tandem.Tandem;
import org.tandem.audit.TestDoor;
import org.tandem.quality.numbers.GeneratedCases;
import org.tandem.testing.PostgresCluster;

/**
 * How long the pages of quality and the first bytes of their files take, over HTTP, with very many cases in the database, and at last the
 * longest files to their end. Options: cases, days (over which they came in), requests (of each page), folder (with the database, which is
 * filled up and kept), database (h2 or postgres), pages (what is in the names of those that are asked for).
 * The processor's time is that of a request with its client, and is what to look at where others use the machine too.
 */
final class QualityPages {

    private static final Pattern LINK = Pattern.compile("href=\"(/quality/cases\\?[^\"]+)\"");

    /** So often every page is asked for before anything is measured: what runs for long is compiled and has read what it reads. */
    private static final int WARM_UP = 5;

    private static final Pattern OLDER = Pattern.compile("href=\"(/quality/learning\\?[^\"]*after=[^\"]+)\"");
    private static final Pattern GAP = Pattern.compile("href=\"(/quality/gaps/[^\"]+)\"");

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;
    private final int requests;

    private QualityPages(String base, int requests) {
        this.base = base;
        this.requests = requests;
    }

    public static void main(String[] args) throws Exception {
        var options = Options.of(args);
        var folder = Path.of(options.get("--folder", "target/quality-pages")).toAbsolutePath();
        boolean onPostgres = options.get("--database", "h2").equals("postgres");
        try (var postgres = onPostgres ? cluster(folder, false) : null) {
            fill(
                    url(folder, postgres),
                    Integer.parseInt(options.get("--cases", "1000000")),
                    Integer.parseInt(options.get("--days", "365")));
        }
        try (var postgres = onPostgres ? cluster(folder, true) : null) {
            try (var tandem = start(folder, url(folder, postgres))) {
                var port = tandem.getEnvironment().getRequiredProperty("local.server.port");
                new QualityPages("http://localhost:" + port, Integer.parseInt(options.get("--requests", "100")))
                        .measure(options.get("--pages", ""));
            }
        }
        System.exit(0);
    }

    private static PostgresCluster cluster(Path folder, boolean durable) {
        return PostgresCluster.keptIn(folder.resolve("postgres"), durable);
    }

    private static String url(Path folder, @Nullable PostgresCluster postgres) {
        return postgres == null ? "jdbc:h2:file:" + folder.resolve("tandem") : postgres.database("tandem");
    }

    private static String user(String url) {
        return url.startsWith("jdbc:h2:") ? "sa" : PostgresCluster.USER;
    }

    private static void fill(String url, int cases, int days) throws SQLException, IOException {
        var begin = System.nanoTime();
        var source = new SingleConnectionDataSource(url, user(url), "", true);
        Flyway.configure().dataSource(source).load().migrate();
        GeneratedCases.fillAll(source, cases, days, Instant.now());
        source.destroy();
        System.out.printf(Locale.ROOT, "filled and summed in %.0f s%n", (System.nanoTime() - begin) / 1e9);
    }

    private static ConfigurableApplicationContext start(Path folder, String url) throws IOException {
        return new SpringApplication(Tandem.class, TestDoor.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + user(url),
                        "--spring.datasource.password=",
                        "--tandem.engine.port=" + freePort(),
                        "--tandem.engine.password-file=" + folder.resolve("engine.password"),
                        "--tandem.engine.database-url=jdbc:h2:mem:quality-pages-engine;DB_CLOSE_DELAY=-1",
                        "--tandem.assistant.enabled=false",
                        "--tandem.access-key-file=" + folder.resolve("access.key"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void measure(String only) throws IOException, InterruptedException {
        get("/i/test-door/LEAD");
        var pages = new LinkedHashMap<String, String>();
        for (var period : List.of("7", "28", "90")) {
            pages.put("%s days".formatted(period), "/quality?days=" + period);
            pages.put("%s days, one topic".formatted(period), "/quality?days=%s&topic=topic-07".formatted(period));
        }
        pages.put("a year", "/quality?from=2020-01-01");
        pages.put("a year, one topic", "/quality?from=2020-01-01&topic=topic-07");
        pages.put("unchanged", "/quality/live?seen=0");
        pages.put("cases, last page", "/quality/cases?days=90&page=200");
        for (var period : List.of("28", "90", "365")) {
            pages.put("audits, %s days".formatted(period), "/quality/audits?days=" + period);
            pages.put("audits csv, %s days".formatted(period), "/quality/audits.csv?days=" + period);
        }
        for (var period : List.of("28", "90")) {
            pages.put("hold-out, %s days".formatted(period), "/quality/hold-out?days=" + period);
        }
        pages.put("hold-out, a year", "/quality/hold-out?from=2020-01-01");
        for (var what : List.of("given", "audited", "open", "wrong")) {
            var answers = "/quality/audits/answers%s?from=2020-01-01&by=%s&what=" + what;
            for (var by : List.of("ai", "held_out", "ai&topic=topic-38")) {
                pages.put("answers %s %s".formatted(what, by), answers.formatted("", by));
            }
            pages.put("answers %s ai csv".formatted(what), answers.formatted(".csv", "ai"));
        }
        pages.put("automation", "/quality/automation");
        pages.put("learning", "/quality/learning");
        pages.put("learning, older", first(OLDER, "/quality/learning").replace("&amp;", "&"));
        pages.put("learning, one topic", "/quality/learning?words=topic-07");
        pages.put("learning, words that many have", "/quality/learning?words=look+at+it");
        pages.put("learning, words that few have", "/quality/learning?words=TA-0000-0");
        pages.put("learning, words that none has", "/quality/learning?words=aardvark");
        pages.put("gaps", "/quality/gaps");
        pages.put("one gap", first(GAP, "/quality/gaps"));
        pages.put("what if", "/quality/what-if");
        var links = LINK.matcher(get("/quality?from=2020-01-01") + get("/quality?from=2020-01-01&topic=topic-38"));
        while (links.find()) {
            var link = links.group(1).replace("&amp;", "&");
            var name = link.replaceAll(".*\\?from=[-\\d]+&until=[-\\d]+&", "").replace("&", " ");
            pages.put(name, link);
            pages.put(name + " csv", link.replace("/cases?", "/cases.csv?"));
        }
        pages.put("days csv", "/quality/days.csv?days=90");
        var slowest = 0.0;
        pages.keySet().removeIf(name -> !name.contains(only));
        for (int i = 0; i < WARM_UP; i++) {
            for (var address : pages.values()) {
                firstByte(address);
            }
        }
        for (var page : pages.entrySet()) {
            slowest = Math.max(slowest, report(page));
        }
        System.out.printf(Locale.ROOT, "slowest p95 %.1f ms%n", slowest);
        for (var by : List.of("ai", "people")) {
            readToItsEnd("/quality/audits/answers.csv?from=2020-01-01&what=given&by=" + by);
        }
        readToItsEnd("/quality/audits.csv?days=365");
    }

    private void readToItsEnd(String file) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        var answer = client.send(HttpRequest.newBuilder(URI.create(base + file)).build(), BodyHandlers.ofLines());
        try (var lines = answer.body()) {
            System.out.printf(
                    Locale.ROOT, "%s: %d lines in %.1f s%n", file, lines.count(), (System.nanoTime() - begin) / 1e9);
        }
    }

    private String first(Pattern link, String page) throws IOException, InterruptedException {
        var found = link.matcher(get(page));
        if (!found.find()) {
            throw new IllegalStateException("There is no link like %s on %s".formatted(link, page));
        }
        return found.group(1);
    }

    private double report(Map.Entry<String, String> page) throws IOException, InterruptedException {
        var nanos = new long[requests];
        var worked = PROCESS.getProcessCpuTime();
        for (int i = 0; i < requests; i++) {
            nanos[i] = firstByte(page.getValue());
        }
        worked = PROCESS.getProcessCpuTime() - worked;
        Arrays.sort(nanos);
        var late = nanos[(requests * 95 + 99) / 100 - 1] / 1e6;
        System.out.printf(
                Locale.ROOT,
                "%-48s p50 %6.1f ms   p95 %6.1f ms   longest %6.1f ms   processor %6.1f ms%n",
                page.getKey(),
                nanos[requests / 2] / 1e6,
                late,
                nanos[requests - 1] / 1e6,
                worked / 1e6 / requests);
        return late;
    }

    /** Pages are read to their end; of files only the first bytes count, the rest is not wanted. */
    private long firstByte(String path) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        if (!path.contains(".csv")) {
            get(path);
            return System.nanoTime() - begin;
        }
        var answer = client.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            if (answer.statusCode() != 200 || body.read() < 0) {
                throw new IllegalStateException(path + ": " + answer.statusCode());
            }
            return System.nanoTime() - begin;
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        var answer = client.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200 && answer.statusCode() != 204) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
