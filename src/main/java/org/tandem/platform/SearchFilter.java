package org.tandem.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether an item fits a search filter as Camunda 8.8 writes it. Empty conditions, which the client sends too, count as absent. */
final class SearchFilter {

    private static final Set<String> NUMERIC = Set.of("$gt", "$gte", "$lt", "$lte");

    private SearchFilter() {}

    static boolean fits(JsonNode item, @Nullable JsonNode filter) {
        if (filter == null || filter.isNull()) {
            return true;
        }
        for (var entry : filter.properties()) {
            var condition = entry.getValue();
            if (isAbsent(condition)) {
                continue;
            }
            if (entry.getKey().equals("$or")) {
                if (!fitsAny(item, condition)) {
                    return false;
                }
            } else if (!holds(item.get(entry.getKey()), condition)) {
                return false;
            }
        }
        return true;
    }

    private static boolean fitsAny(JsonNode item, JsonNode filters) {
        for (var filter : filters) {
            if (fits(item, filter)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAbsent(JsonNode condition) {
        return condition.isNull() || (condition.isContainerNode() && condition.isEmpty());
    }

    private static boolean holds(@Nullable JsonNode value, JsonNode condition) {
        if (!condition.isObject()) {
            return equal(value, condition);
        }
        for (var entry : condition.properties()) {
            if (!isAbsent(entry.getValue()) && !holds(value, entry.getKey(), entry.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(@Nullable JsonNode value, String operator, JsonNode operand) {
        return switch (operator) {
            case "$eq" -> equal(value, operand);
            case "$neq" -> !equal(value, operand);
            case "$exists" -> operand.asBoolean() == (value != null && !value.isNull());
            case "$in" -> in(value, operand);
            case "$notIn" -> !in(value, operand);
            case "$like" -> value != null && like(value.asText(), operand.asText());
            default -> NUMERIC.contains(operator) && value != null && compare(value, operator, operand);
        };
    }

    private static boolean compare(JsonNode value, String operator, JsonNode operand) {
        var difference = value.isNumber() && operand.isNumber()
                ? Double.compare(value.asDouble(), operand.asDouble())
                : value.asText().compareTo(operand.asText());
        return switch (operator) {
            case "$gt" -> difference > 0;
            case "$gte" -> difference >= 0;
            case "$lt" -> difference < 0;
            default -> difference <= 0;
        };
    }

    private static boolean in(@Nullable JsonNode value, JsonNode list) {
        for (var one : list) {
            if (equal(value, one)) {
                return true;
            }
        }
        return false;
    }

    private static boolean equal(@Nullable JsonNode value, JsonNode expected) {
        if (value != null && value.isArray()) {
            return in(expected, value);
        }
        return value != null && !value.isNull() && value.asText().equals(expected.asText());
    }

    private static boolean like(String value, String pattern) {
        var regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return value.matches("(?s)" + regex);
    }
}
