package org.tandem.desk.pool;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandem.desk.pay.Price;

/**
 * Work that somebody is or was offered.
 *
 * @param about the task in words, with the number of its case
 * @param price what it is worth; null if no rate card was valid
 * @param why why it was offered to them, in sentences
 * @param state as it is now
 * @param stateAt since when
 * @param stateReason what led to it, in a sentence; null where the state says all
 */
public record Offer(
        UUID id,
        long taskKey,
        String agent,
        String about,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Price price,
        String why,
        State state,
        Instant stateAt,
        @Nullable String stateReason) {

    /** What can become of an offer. */
    public enum State {
        MADE("Open"),
        ACCEPTED("Accepted"),
        DECLINED("Declined"),
        EXPIRED("Not answered"),
        /** Accepted, and given back. */
        ABANDONED("Given back"),
        /** The task is gone: somebody else has it, or it is not needed any more. */
        WITHDRAWN("Withdrawn"),
        /** Accepted, and done. */
        COMPLETED("Done");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String inWords() {
            return words;
        }
    }
}
