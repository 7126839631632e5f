package org.tandem.inquiry;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An inquiry whose customer had contacted us about the same or a similar topic before and had an answer to that. Counts against whoever
 * gave the answer.
 *
 * @param earlierKey conversation key of that answer
 * @param agent who gave it, null if the AI did or if it is not known who
 * @param after from that answer to this inquiry, at most 30 days
 */
public record RepeatContact(
        InquiryId earlier,
        String earlierNumber,
        String earlierKey,
        boolean earlierByAi,
        @Nullable String agent,
        Similarity similarity,
        Duration after) {}
