package org.tandem.quality.learning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Another model answers from now on.
 *
 * @param from null if there was none
 * @param by somebody's name, or {@code Tandem}
 * @param figures of both on labelled cases, as far as they were compared; empty if they were not
 */
record ModelChange(
        Kind kind,
        @Nullable String from,
        String to,
        String ground,
        String by,
        String reason,
        String figures,
        Instant at) {

    enum Kind {
        /** Nobody chose it: the knowledge or a setting has changed, or there was none. */
        LEARNED,
        PROMOTED,
        ROLLED_BACK;

        public String inWords() {
            return switch (this) {
                case LEARNED -> "learned and used";
                case PROMOTED -> "promoted";
                case ROLLED_BACK -> "gone back to";
            };
        }
    }
}
