package org.tandem.engine.rest.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON as it comes and goes; what cannot be read is a problem that tells where. */
public final class Json {

    private static final int DEEPEST = 200;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The whole text as one value; nothing but white space gives an empty object. */
    public static JsonNode read(byte[] text) {
        try {
            var node = MAPPER.readTree(text);
            return node.isMissingNode() ? object() : node;
        } catch (JsonProcessingException flaw) {
            var at = flaw.getLocation();
            throw Problem.invalid(
                    "The body is not JSON: line %d, column %d: %s.",
                    at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr(), flaw.getOriginalMessage());
        } catch (IOException flaw) {
            throw Problem.invalid("The body is not JSON: %s.", String.valueOf(flaw.getMessage()));
        }
    }

    /** JSON that this program has written itself. */
    public static JsonNode reread(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] write(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value for a message: whole if it is short. */
    public static String shown(JsonNode node) {
        var text = node.isTextual() ? "\"" + node.textValue() + "\"" : node.toString();
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }

    /** Null and containers of nothing else: what official clients send for things that were not set. */
    public static boolean isAbsent(JsonNode value) {
        if (value.isContainerNode()) {
            for (var part : value) {
                if (!isAbsent(part)) {
                    return false;
                }
            }
            return true;
        }
        return value.isNull() || value.isMissingNode();
    }
}
