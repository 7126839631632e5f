package org.tandem.assistant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the customer wrote so far, oldest message first.
 *
 * @param language as the customer stated it (BCP 47); it wins over a guess from text too short to tell
 * @param customerKey by which {@link AccountFacts} knows the customer; nothing else is made of it
 */
public record Question(
        List<String> messages,
        @Nullable String language,
        @Nullable String customerKey) {

    public Question {
        messages = List.copyOf(messages);
    }

    public Question(List<String> messages, @Nullable String language) {
        this(messages, language, null);
    }

    /** Without what the customer wrote, so that it can be logged. */
    @Override
    public String toString() {
        return "Question[%d messages]".formatted(messages.size());
    }
}
