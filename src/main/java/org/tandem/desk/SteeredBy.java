package org.tandem.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/**
 * Which lead steers, by which decision.
 *
 * @param decision names it: what it brings about is recorded once, however often it is carried out
 */
public record SteeredBy(String lead, String decision) {

    /** A decision that is carried out as it is made. */
    public static SteeredBy now(String lead) {
        return new SteeredBy(lead, UUID.randomUUID().toString());
    }

    UUID keyOf(long task, String what, String value) {
        return UUID.nameUUIDFromBytes(
                "%s:%d:%s:%s".formatted(decision, task, what, value).getBytes(UTF_8));
    }
}
