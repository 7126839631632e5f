package org.tandem.engine.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tandem.engine.state.JsonValue;

/** The JSON in the tables. JSON values in it keep their text, character by character: nothing is too deep, too long or too exact. */
final class Details {

    private static final String SOURCE = "source";
    private static final String NOTHING = "{}";
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Integer.MAX_VALUE)
                            .maxNumberLength(Integer.MAX_VALUE)
                            .maxNameLength(Integer.MAX_VALUE)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .streamWriteConstraints(StreamWriteConstraints.builder()
                            .maxNestingDepth(Integer.MAX_VALUE)
                            .build())
                    .build())
            .setSerializationInclusion(JsonInclude.Include.NON_NULL)
            .registerModule(new SimpleModule()
                    .addSerializer(JsonValue.class, new ValueWriter())
                    .addDeserializer(JsonValue.class, new ValueReader()));

    private Details() {}

    /** Null when there is nothing to tell. */
    static @Nullable String write(Object detail) {
        var text = text(detail);
        return text.equals(NOTHING) ? null : text;
    }

    static <T> T read(@Nullable String text, Class<T> type) {
        var source = text == null ? NOTHING : text;
        try {
            return JSON.readerFor(type).withAttribute(SOURCE, source).readValue(source);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    static String list(List<String> texts) {
        return text(texts);
    }

    static List<String> list(String text) {
        try {
            return JSON.readValue(text, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    private static String text(Object java) {
        try {
            return JSON.writeValueAsString(java);
        } catch (JsonProcessingException e) {
            throw new StoreException("Not to be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static StoreException unreadable(JsonProcessingException e) {
        return new StoreException("The engine's database has JSON that cannot be read: " + e.getOriginalMessage(), e);
    }

    private static final class ValueWriter extends StdSerializer<JsonValue> {
        private static final long serialVersionUID = 1L;

        ValueWriter() {
            super(JsonValue.class);
        }

        @Override
        public void serialize(JsonValue value, JsonGenerator to, SerializerProvider provider) throws IOException {
            to.writeRawValue(value.text());
        }
    }

    private static final class ValueReader extends StdDeserializer<JsonValue> {
        private static final long serialVersionUID = 1L;

        ValueReader() {
            super(JsonValue.class);
        }

        @Override
        public JsonValue deserialize(JsonParser from, DeserializationContext context) throws IOException {
            var source = (String) Objects.requireNonNull(context.getAttribute(SOURCE));
            var begin = (int) from.currentTokenLocation().getCharOffset();
            from.skipChildren();
            from.finishToken();
            return JsonValue.parse(
                    source.substring(begin, (int) from.currentLocation().getCharOffset()));
        }

        @Override
        public JsonValue getNullValue(DeserializationContext context) {
            return JsonValue.NULL;
        }
    }
}
