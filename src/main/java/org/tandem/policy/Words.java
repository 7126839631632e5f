package org.tandem.policy;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandem.policy.states.Place;

/** Puts names into sentences. */
final class Words {

    private static final int STEPS_TOLD = 4;

    private Words() {}

    /** {@code "a", "b" and "c"} */
    static String names(Collection<Place> places) {
        return list(places.stream().map(Place::toString).distinct().sorted().toList());
    }

    static String list(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    /** A value as FEEL writes it. */
    static String value(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> "\"" + text + "\"";
            case List<?> items -> items.stream().map(Words::value).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> fields ->
                fields.entrySet().stream()
                        .map(field -> field.getKey() + ": " + value(field.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }

    /** The end of the way on which something happens. */
    static String way(List<String> way) {
        var told = way.subList(Math.max(0, way.size() - STEPS_TOLD), way.size());
        return told.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", then "));
    }
}
