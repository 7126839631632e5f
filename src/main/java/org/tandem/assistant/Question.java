package org.tandem.assistant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the customer wrote so far, oldest message first. A language the customer stated (ISO 639-1) wins over a guess from
 * text too short to tell.
 */
public record Question(List<String> messages, @Nullable String language) {

    public Question {
        messages = List.copyOf(messages);
    }
}
