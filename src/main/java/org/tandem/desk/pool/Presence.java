package org.tandem.desk.pool;

import java.time.Instant;

/**
 * Whether an agent is available, as they last said it.
 *
 * @param idleSeconds how long they were available since the last offer, up to {@code countedAt}
 * @param seenAt when they last did something at the desk
 */
public record Presence(
        String agent, boolean available, long idleSeconds, Instant countedAt, Instant seenAt, long revision) {

    /** From when on they would have been available without a break since the last offer; being away in between takes nothing away. */
    Instant idleSince() {
        return countedAt.minusSeconds(idleSeconds);
    }

    long idleSeconds(Instant now) {
        return available ? idleSeconds + Math.max(0, now.getEpochSecond() - countedAt.getEpochSecond()) : idleSeconds;
    }
}
