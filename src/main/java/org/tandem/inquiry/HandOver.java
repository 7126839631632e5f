package org.tandem.inquiry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an inquiry passed to people: why, to which queue, by when they should answer, and who did. */
public record HandOver(
        String conversationKey,
        HandOverReason reason,
        String queue,
        Instant firstResponseDue,
        Instant resolutionDue,
        @Nullable String agent,
        Instant at) {

    HandOver takenBy(String someone) {
        return new HandOver(conversationKey, reason, queue, firstResponseDue, resolutionDue, someone, at);
    }
}
