package org.tandem.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps cookies and sends forms with their token, as a browser does; follows no redirects. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String PAGE = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8";

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;
    private String token = "";

    public Browser(int port) {
        this.base = "http://localhost:" + port;
    }

    public HttpResponse<String> signIn(String name, String password) {
        open("/sign-in");
        return submit("/sign-in", Map.of("name", name, "password", password));
    }

    public Browser signedIn(String name, String password) {
        assertThat(signIn(name, password).statusCode()).isEqualTo(302);
        return this;
    }

    /** Opens a page; the token of its forms is sent from then on. */
    public HttpResponse<String> open(String path, String... headers) {
        var page = send(request(path, headers).header("Accept", PAGE).GET());
        var found = TOKEN.matcher(page.body());
        if (found.find()) {
            token = found.group(1);
        }
        return page;
    }

    /** As htmx and other scripts ask. */
    public HttpResponse<String> fetch(String path) {
        return send(request(path)
                .header("Accept", "*/*")
                .header("HX-Request", "true")
                .GET());
    }

    public HttpResponse<String> fetchPost(String path, String token) {
        return send(request(path)
                .header("Accept", "*/*")
                .header("HX-Request", "true")
                .header("X-CSRF-TOKEN", token)
                .POST(BodyPublishers.noBody()));
    }

    public HttpResponse<String> submit(String path, Map<String, String> fields, String... headers) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path, headers)
                .header("Accept", PAGE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8))));
    }

    /** The page that a redirect leads to. */
    public static String place(HttpResponse<String> redirect) {
        assertThat(redirect.statusCode()).as(redirect.body()).isIn(302, 303);
        return redirect.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+", "");
    }

    public String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID")
                        || cookie.getName().equals("tandem"))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("");
    }

    public void loseSession() {
        cookies.getCookieStore().removeAll();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
