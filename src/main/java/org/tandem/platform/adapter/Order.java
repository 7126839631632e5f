package org.tandem.platform.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;

/** Orders values as 8.8 does: numbers and keys by size, dates by time, everything else as text, missing values last. */
final class Order {
    private Order() {}

    static int compare(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue());
        }
        return compare(left.asText(), right.asText());
    }

    private static int compare(String left, String right) {
        if (left.equals(right)) {
            return 0;
        }
        if (isDate(left) && isDate(right)) {
            try {
                return OffsetDateTime.parse(left)
                        .toInstant()
                        .compareTo(OffsetDateTime.parse(right).toInstant());
            } catch (DateTimeParseException notADate) {
                return left.compareTo(right);
            }
        }
        if (isKey(left) && isKey(right)) {
            return Long.compare(Long.parseLong(left), Long.parseLong(right));
        }
        return left.compareTo(right);
    }

    /** The order that the {@code sort} part of a search asks for. */
    static Comparator<JsonNode> by(JsonNode sort) {
        Comparator<JsonNode> order = (left, right) -> 0;
        for (var criterion : sort) {
            var field = criterion.path("field").asText();
            var descending = criterion.path("order").asText("ASC").equalsIgnoreCase("DESC");
            order = order.thenComparing(
                    item -> item.path(field),
                    Comparator.comparing((JsonNode value) -> value.isNull() || value.isMissingNode())
                            .thenComparing(descending ? (a, b) -> compare(b, a) : Order::compare));
        }
        return order;
    }

    private static boolean isDate(String text) {
        return text.length() >= 17 && text.charAt(4) == '-' && text.indexOf('T') == 10;
    }

    private static boolean isKey(String text) {
        return !text.isEmpty() && text.length() < 19 && text.chars().allMatch(Character::isDigit);
    }
}
