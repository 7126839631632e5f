package org.tandem.platform.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What an 8.8 filter says about one field: a value, or operators that must all hold. */
record Condition(JsonNode node) {

    boolean holds(JsonNode actual) {
        if (!node.isObject()) {
            return equal(actual, node);
        }
        return node.properties().stream().filter(Condition::isSet).allMatch(part -> holds(part, actual));
    }

    private static boolean isSet(Map.Entry<String, JsonNode> part) {
        return !Filter.isAbsent(part.getValue());
    }

    private static boolean holds(Map.Entry<String, JsonNode> part, JsonNode actual) {
        var expected = part.getValue();
        return switch (part.getKey()) {
            case "$eq" -> equal(actual, expected);
            case "$neq" -> !equal(actual, expected);
            case "$exists" -> expected.asBoolean() != actual.isNull();
            case "$in" -> in(actual, expected);
            case "$notIn" -> !in(actual, expected);
            case "$gt" -> ordered(actual) && Order.compare(actual, expected) > 0;
            case "$gte" -> ordered(actual) && Order.compare(actual, expected) >= 0;
            case "$lt" -> ordered(actual) && Order.compare(actual, expected) < 0;
            case "$lte" -> ordered(actual) && Order.compare(actual, expected) <= 0;
            case "$like" -> like(actual.asText(), expected.asText());
            default -> throw new BadRequest("The local platform does not know the filter '" + part.getKey() + "'.");
        };
    }

    private static boolean equal(JsonNode actual, JsonNode expected) {
        if (actual.isArray() && expected.isValueNode()) {
            return in(expected, actual);
        }
        return !actual.isNull() && Order.compare(actual, expected) == 0;
    }

    private static boolean in(JsonNode actual, JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).anyMatch(one -> equal(actual, one));
    }

    private static boolean ordered(JsonNode actual) {
        return !actual.isNull();
    }

    /** {@code *} stands for any text and {@code ?} for one character. */
    private static boolean like(String actual, String wildcards) {
        var pattern = wildcards
                .chars()
                .mapToObj(character -> switch (character) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(character));
                })
                .collect(Collectors.joining());
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(actual).matches();
    }
}
