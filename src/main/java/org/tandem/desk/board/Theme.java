package org.tandem.desk.board;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What several agents said much the same about.
 *
 * @param area of the product
 * @param named whether people gave it its name; otherwise it is what the first of them wrote
 * @param mergedInto the theme that has its entries now, if it was merged
 */
record Theme(
        UUID id,
        String area,
        String name,
        boolean named,
        Status status,
        Instant foundAt,
        String changedBy,
        boolean announced,
        @Nullable UUID mergedInto) {

    static final int LONGEST_NAME = 200;

    /** What becomes of it. */
    enum Status {
        NEW("New"),
        LOOKED_AT("Looked at"),
        PLANNED("Planned"),
        DONE("Done"),
        WILL_NOT_DO("Will not do");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        public String inWords() {
            return words;
        }

        /** As an address has it, such as {@code looked-at}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Status> of(String key) {
            return Arrays.stream(values())
                    .filter(status -> status.key().equals(key))
                    .findFirst();
        }
    }
}
