package org.tandem.platform.adapter;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The log-in at Camunda's web application, shared by all requests. Only one of those who find it expired renews it. */
final class Session {
    private final URI login;
    private final HttpClient http;
    private @Nullable Cookie cookie;

    Session(URI web, HttpClient http) {
        this.login = web.resolve("/api/login?username=demo&password=demo");
        this.http = http;
    }

    /** What a request must carry: the session and the proof that it does not come from a foreign page. */
    record Cookie(String value, String csrfToken) {
        HttpRequest.Builder addTo(HttpRequest.Builder request) {
            return request.setHeader("Cookie", value).setHeader("X-CSRF-TOKEN", csrfToken);
        }
    }

    synchronized Cookie current() {
        return cookie == null ? renew() : cookie;
    }

    synchronized Cookie replace(Cookie expired) {
        return cookie == null || cookie.equals(expired) ? renew() : cookie;
    }

    private Cookie renew() {
        try {
            var request = HttpRequest.newBuilder(login).POST(BodyPublishers.noBody());
            var response = http.send(request.build(), BodyHandlers.discarding());
            if (response.statusCode() >= 300) {
                throw new UpstreamFailure("Camunda's log-in answered " + response.statusCode());
            }
            var cookies = response.headers().allValues("Set-Cookie").stream()
                    .map(header -> header.split(";", 2)[0])
                    .collect(Collectors.joining("; "));
            var renewed = new Cookie(
                    cookies, response.headers().firstValue("X-CSRF-TOKEN").orElse(""));
            cookie = renewed;
            return renewed;
        } catch (IOException unreachable) {
            throw new UpstreamFailure("Camunda's log-in cannot be reached: " + unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UpstreamFailure("interrupted while logging in");
        }
    }
}
