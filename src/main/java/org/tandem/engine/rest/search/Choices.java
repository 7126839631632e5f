package org.tandem.engine.rest.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words that a field can have, with the condition for each; null where the column has the word itself. */
record Choices(Map<String, @Nullable String> conditions) {

    /** What the API knows and this engine never has. */
    static final String NEVER = Sql.NONE;

    static Choices of(String... words) {
        return new Choices(new LinkedHashMap<>()).and(words);
    }

    Choices and(String... words) {
        return with(null, words);
    }

    Choices when(String condition, String word) {
        return with(condition, word);
    }

    Choices never(String... words) {
        return with(NEVER, words);
    }

    private Choices with(@Nullable String condition, String... words) {
        var next = new LinkedHashMap<>(conditions);
        for (var word : words) {
            next.put(word, condition);
        }
        return new Choices(Collections.unmodifiableMap(next));
    }
}
