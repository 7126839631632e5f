package org.tandem.quality.outcome;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tandem.inquiry.InquiryId;

/**
 * A stretch of a conversation that has an answer.
 *
 * @param restKey the conversation key from when the answer was taken to have solved it, null before
 * @param topic null if none is known
 */
record Answered(
        InquiryId inquiryId,
        String conversationKey,
        @Nullable String restKey,
        boolean byAi,
        @Nullable String topic,
        Instant at,
        Label label) {

    /** Whether this was the answer that the customer had before them when the conversation had this key. */
    boolean wasLastAt(String key) {
        return key.equals(conversationKey) || key.equals(restKey);
    }
}
