package org.tandem.inquiry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Another inquiry of the same customer, told in as little as a colleague needs: when, what about, and what became of it. */
public record EarlierCase(
        String number,
        Instant receivedAt,
        State state,
        @Nullable Outcome outcome,
        @Nullable String topicTitle) {}
