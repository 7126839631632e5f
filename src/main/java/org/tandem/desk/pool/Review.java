package org.tandem.desk.pool;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question about a decision of the allocation, and a person's answer.
 *
 * @param offer the decision it is about; null if it is about their rank in general
 * @param decision null until a person has decided, as the other three
 */
public record Review(
        UUID id,
        String agent,
        @Nullable UUID offer,
        String question,
        Instant askedAt,
        @Nullable Decision decision,
        @Nullable String decidedBy,
        @Nullable String explanation,
        @Nullable Instant decidedAt) {

    /** What a person can find. */
    public enum Decision {
        STANDS("The decision stands"),
        PUT_RIGHT("It was wrong, and is put right");

        private final String words;

        Decision(String words) {
            this.words = words;
        }

        public String inWords() {
            return words;
        }
    }
}
