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

    /** Whatever the customer was told since, by anybody, was not known when it was made. */
    public boolean isRetiredBy(List<Message> messages) {
        return messages.stream()
                .filter(message -> message.author() == Author.AI || message.author() == Author.PERSON)
                .anyMatch(message -> message.at().isAfter(at));
    }
}
