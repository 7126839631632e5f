package org.tandem.desk.board;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tandem.desk.board.News.Item;

/**
 * Tells one configured address, and follows it nowhere else, signed as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> has it.
 * Every item is told until it is answered with 2xx, so it may be heard more than once; its id stays the same.
 */
@Component("feedbackWebhook")
class Webhook {

    private static final Logger log = LoggerFactory.getLogger(Webhook.class);

    private static final int AT_ONCE = 20;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int LONGEST_PAUSE_IN_FIRST = 360;

    private final News news;
    private final BoardSettings settings;
    private final Clock clock;
    private final HttpClient http;
    private final Background telling = new Background("feedback-webhook", this::tell);

    Webhook(News news, BoardSettings settings, Clock clock) {
        this.news = news;
        this.settings = settings;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .followRedirects(Redirect.NEVER)
                .connectTimeout(settings.timeout())
                .build();
    }

    @Scheduled(fixedDelayString = "${tandem.desk.board.interval:PT5S}")
    void start() {
        if (settings.webhook() != null) {
            telling.start();
        }
    }

    /** In order; where one is not heard, the others wait for the next time. */
    void tell() {
        var address = settings.webhook();
        if (address == null) {
            return;
        }
        for (var item : news.due(AT_ONCE)) {
            var trouble = send(address, item);
            if (trouble.isEmpty()) {
                news.heard(item);
            } else {
                var pause =
                        FIRST_PAUSE.multipliedBy(Math.min(LONGEST_PAUSE_IN_FIRST, 1L << Math.min(20, item.tries())));
                log.warn("The webhook of product feedback {}; event {} is told again in {}", trouble, item.id(), pause);
                news.putOff(item, clock.instant().plus(pause));
                return;
            }
        }
    }

    /** @return what went wrong, empty if nothing did */
    private String send(URI address, Item item) {
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        var request = HttpRequest.newBuilder(address)
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", item.id().toString())
                .header("webhook-id", item.id().toString())
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", "v1," + signature(item.id() + "." + timestamp + "." + item.body()))
                .POST(BodyPublishers.ofString(item.body()))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofInputStream());
            response.body().close(); // what it says does not matter, and may never end
            return response.statusCode() / 100 == 2 ? "" : "answered " + response.statusCode();
        } catch (IOException e) {
            return "cannot be reached (%s)".formatted(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "was interrupted";
        }
    }

    private String signature(String content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Nothing can be signed here", e);
        }
    }
}
