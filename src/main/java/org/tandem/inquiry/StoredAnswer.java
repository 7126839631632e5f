package org.tandem.inquiry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person learned while answering; the reply itself is in the conversation. */
@Embeddable
record StoredAnswer(
        String conversationKey,
        UUID messageId,
        String resolutionCode,
        String draftVerdict,
        @Nullable String draftFlaw,
        @Nullable String topic,
        String productFeedback,
        @Column(name = "answered_at") Instant at) {}
