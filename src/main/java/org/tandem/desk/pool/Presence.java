package org.tandem.desk.pool;

import java.time.Instant;

/**
 * Whether an agent is available, as they last said it.
 *
 * @param availableSeconds how long they have been available altogether, up to {@code countedAt}
 * @param idleFrom how long they had been when the latest offer was made that is open or was accepted
 * @param seenAt when they last did something at the desk
 */
public record Presence(
        String agent,
        boolean available,
        long availableSeconds,
        long idleFrom,
        Instant countedAt,
        Instant seenAt,
        long revision) {

    /** From when on they would have been available without a break since that offer; being away in between takes nothing away. */
    Instant idleSince() {
        return countedAt.minusSeconds(availableSeconds - idleFrom);
    }

    long availableSeconds(Instant now) {
        return available
                ? availableSeconds + Math.max(0, now.getEpochSecond() - countedAt.getEpochSecond())
                : availableSeconds;
    }
}
