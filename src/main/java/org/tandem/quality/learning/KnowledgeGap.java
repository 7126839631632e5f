package org.tandem.quality.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that customers ask again and again and the knowledge has no answer to.
 *
 * @param title what the most typical of them asked
 * @param inquiries how many there were
 * @param time that people had them, all together
 * @param changedBy who brought it into its state
 * @param reason why, empty if none was given
 * @param topic that was made of it
 * @param file the article as it was approved
 * @param published whether the assistant's knowledge has the article; else somebody has to put it there
 */
record KnowledgeGap(
        UUID id,
        State state,
        String title,
        int inquiries,
        Duration time,
        Instant foundAt,
        Instant changedAt,
        String changedBy,
        String reason,
        @Nullable String topic,
        @Nullable String file,
        boolean published) {

    enum State {
        FOUND,
        /** An editor has the article to approve. */
        PROPOSED,
        APPROVED,
        REFUSED
    }
}
