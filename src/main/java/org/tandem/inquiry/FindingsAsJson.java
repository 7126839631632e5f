package org.tandem.inquiry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Keeps the findings of an attempt in its row: they are only ever read together. */
@Converter
@Immutable
class FindingsAsJson implements AttributeConverter<Findings, String> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Findings findings) {
        if (findings == null || findings.equals(Findings.NONE)) {
            return null;
        }
        try {
            return JSON.writeValueAsString(findings);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Findings cannot be written as JSON", e);
        }
    }

    @Override
    public Findings convertToEntityAttribute(@Nullable String json) {
        if (json == null) {
            return Findings.NONE;
        }
        try {
            return JSON.readValue(json, Findings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored findings are not readable", e);
        }
    }
}
