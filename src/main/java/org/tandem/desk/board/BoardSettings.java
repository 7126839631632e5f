package org.tandem.desk.board;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told of new themes of product feedback.
 *
 * @param webhook the address that is told, http or https; nobody is without it
 * @param secret that what is told is signed with, at least 16 characters
 * @param entries from how many entries on a theme is told of, at least 1
 * @param timeout of one try, longer than nothing
 */
@ConfigurationProperties("tandem.desk.board")
record BoardSettings(
        @Nullable URI webhook,
        @DefaultValue("") String secret,
        @DefaultValue("1") int entries,
        @DefaultValue("PT10S") Duration timeout) {

    private static final int SHORTEST_SECRET = 16;

    BoardSettings {
        if (webhook != null) {
            check(
                    "webhook",
                    webhook.toString(),
                    webhook.getHost() != null
                            && String.valueOf(webhook.getScheme()).matches("https?"),
                    "an address such as https://example.org/hook");
            check(
                    "secret",
                    "%d characters long".formatted(secret.length()),
                    secret.length() >= SHORTEST_SECRET,
                    "at least %d characters long, so that nobody guesses it".formatted(SHORTEST_SECRET));
        }
        check("entries", entries, entries >= 1, "at least 1");
        check("timeout", timeout, timeout.isPositive(), "longer than nothing, such as PT10S");
    }

    /** Without the secret, so that it can be logged. */
    @Override
    public String toString() {
        return "BoardSettings[webhook=%s, entries=%d, timeout=%s]".formatted(webhook, entries, timeout);
    }

    private static void check(String name, Object value, boolean isRight, String right) {
        if (!isRight) {
            throw new IllegalArgumentException(
                    "tandem.desk.board.%s is %s, but it has to be %s".formatted(name, value, right));
        }
    }
}
