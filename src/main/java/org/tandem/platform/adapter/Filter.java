package org.tandem.platform.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The filter of an 8.8 search. What a source can look up itself it asks for with {@link #exactly}; everything is checked
 * again on the translated items, so a source may return too much but never too little.
 */
record Filter(JsonNode fields) {
    /** Where the filter calls a field otherwise than the item does. */
    private static final Map<String, String> OTHER_NAMES =
            Map.of("candidateGroup", "candidateGroups", "candidateUser", "candidateUsers");

    static Filter exactly(String field, String value) {
        return new Filter(Json.object().put(field, value));
    }

    /** The one value that a field must have, if the filter says so. */
    Optional<String> exactly(String field) {
        var condition = fields.path(field);
        if (condition.isValueNode() && !condition.isNull()) {
            return Optional.of(condition.asText());
        }
        var equal = condition.path("$eq");
        return equal.isValueNode() && !equal.isNull() ? Optional.of(equal.asText()) : Optional.empty();
    }

    boolean matches(JsonNode item) {
        return fields.properties().stream()
                .allMatch(field -> isAbsent(field.getValue()) || matches(item, field.getKey(), field.getValue()));
    }

    private static boolean matches(JsonNode item, String field, JsonNode condition) {
        if (field.equals("$or")) {
            return StreamSupport.stream(condition.spliterator(), false)
                    .anyMatch(branch -> new Filter(branch).matches(item));
        }
        var actual = item.path(OTHER_NAMES.getOrDefault(field, field));
        if (actual.isMissingNode()) {
            throw new BadRequest("The local platform cannot filter by '" + field + "'.");
        }
        return new Condition(condition).holds(actual);
    }

    /** The 8.8 client sends empty objects and lists for what was not set. */
    static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull() || (node.isContainerNode() && onlyAbsent(node));
    }

    private static boolean onlyAbsent(JsonNode container) {
        List<JsonNode> children = new ArrayList<>();
        container.forEach(children::add);
        return children.stream().allMatch(Filter::isAbsent);
    }
}
