package org.tandem.inquiry;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the AI made of the conversation: how it understood it, its draft and the risk of that being wrong.
 * {@code customerMessages} is how many messages of the customer it had read, {@code evidence} is JSON.
 */
@Embeddable
public record AiAttempt(
        String conversationKey,
        int customerMessages,
        @Nullable String topic,
        @Nullable String topicTitle,
        @Nullable String topicClass,
        double risk,
        @Nullable String draft,
        @Convert(converter = SourcesAsJson.class) List<Source> sources,
        String language,
        boolean languageSupported,
        boolean distress,
        boolean customerAskedForPerson,
        String modelVersion,
        String evidence,
        @Convert(converter = FindingsAsJson.class) Findings findings,
        @Column(name = "made_at") Instant at) {

    public AiAttempt {
        sources = List.copyOf(sources);
    }
}
