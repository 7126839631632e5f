package org.tandem.engine.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A JSON value as its text, and as maps, lists, texts, numbers, booleans and null once somebody has asked. */
public final class JsonValue {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    public static final JsonValue NULL = new JsonValue("null", null, true);

    private final String text;
    private @Nullable Object java;
    private boolean parsed;

    private JsonValue(String text, @Nullable Object java, boolean parsed) {
        this.text = text;
        this.java = java;
        this.parsed = parsed;
    }

    public static JsonValue parse(String text) {
        return new JsonValue(text, null, false);
    }

    /** Of something that Jackson writes: maps, lists, texts, numbers, booleans, null, JSON trees. */
    public static JsonValue of(@Nullable Object java) {
        try {
            return java == null ? NULL : new JsonValue(JSON.writeValueAsString(java), null, false);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not to be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    public String text() {
        return text;
    }

    public boolean isNull() {
        return text.equals("null");
    }

    public @Nullable Object java() {
        if (!parsed) {
            try {
                java = JSON.readValue(text, Object.class);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("Not JSON: " + e.getOriginalMessage(), e);
            }
            parsed = true;
        }
        return java;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonValue value && value.text.equals(text);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
