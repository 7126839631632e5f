package org.tandem.inquiry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Keeps the sources of a message in its row: they are only ever read together. */
@Converter
@Immutable
class SourcesAsJson implements AttributeConverter<List<Source>, String> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<Source> sources) {
        if (sources == null || sources.isEmpty()) {
            return null;
        }
        try {
            return JSON.writeValueAsString(sources);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Sources cannot be written as JSON", e);
        }
    }

    @Override
    public List<Source> convertToEntityAttribute(@Nullable String json) {
        if (json == null) {
            return List.of();
        }
        try {
            return List.copyOf(JSON.readValue(json, new TypeReference<List<Source>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored sources are not readable", e);
        }
    }
}
