package org.tandem.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One kind of things that can be searched: what Camunda 8.8 calls it, where 8.6 has it, and how the fields are named there.
 *
 * @param kind the path of 8.8, {@code /v2/KIND/search}
 * @param path the path of 8.6
 * @param key the field of 8.8 that identifies one
 * @param fields name in 8.8 to name in 8.6
 */
record SearchSource(String kind, String path, String key, Map<String, String> fields) {

    private static final Set<String> STATES_OF_CASES = Set.of("process-instances", "element-instances");

    /** The 8.6 filter for the parts of an 8.8 filter that name one exact value; the rest is filtered here. */
    ObjectNode filterFor86(JsonNode filter) {
        var result = JsonNodeFactory.instance.objectNode();
        filter.properties().forEach(entry -> {
            var name = fields.get(entry.getKey());
            var value = exactValue(entry.getValue());
            if (name == null || value == null) {
                return;
            }
            if (entry.getKey().endsWith("Key") && value.asText().matches("\\d+")) {
                result.put(name, Long.parseLong(value.asText()));
            } else if (entry.getKey().equals("state") && STATES_OF_CASES.contains(kind)) {
                result.put(
                        name,
                        value.asText().equals("TERMINATED") && kind.equals("process-instances")
                                ? "CANCELED"
                                : value.asText());
            } else if (entry.getKey().endsWith("Id") || entry.getKey().equals("name")) {
                result.set(name, value);
            }
        });
        return result;
    }

    /** An item of 8.6 as 8.8 writes it: keys are strings, dates end in Z, a cancelled instance is terminated. */
    ObjectNode as88(JsonNode item) {
        var result = JsonNodeFactory.instance.objectNode();
        fields.forEach((name88, name86) -> {
            var value = item.get(name86);
            if (value == null || value.isNull()) {
                result.putNull(name88);
            } else if (name88.endsWith("Key")) {
                result.put(name88, value.asText());
            } else if (name88.endsWith("Date") || name88.endsWith("Time")) {
                result.put(name88, value.asText().replaceFirst("\\+0000$", "Z"));
            } else if (name88.equals("state")
                    && value.asText().equals("CANCELED")
                    && kind.equals("process-instances")) {
                result.put(name88, "TERMINATED");
            } else {
                result.set(name88, value);
            }
        });
        return result;
    }

    private static @Nullable JsonNode exactValue(JsonNode condition) {
        var value = condition.isObject() ? condition.get("$eq") : condition;
        return value == null || value.isNull() || value.isContainerNode() ? null : value;
    }

    @Override
    public String toString() {
        return kind.toLowerCase(Locale.ROOT);
    }
}
