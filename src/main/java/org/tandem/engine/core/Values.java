package org.tandem.engine.core;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.feel.JavaValues;
import org.tandem.engine.state.JsonValue;

/** Values between FEEL, Java and JSON. */
final class Values {

    private Values() {}

    static @Nullable Object java(@Nullable Object value) {
        return JavaValues.of(value);
    }

    /** What a variable keeps of a value: dates and durations as text. */
    static JsonValue json(@Nullable Object value) {
        return JsonValue.of(plain(value));
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> {
                var to = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((key, inner) -> to.put(String.valueOf(key), plain(inner)));
                yield to;
            }
            case List<?> items -> {
                var to = new ArrayList<@Nullable Object>();
                items.forEach(item -> to.add(plain(item)));
                yield to;
            }
            case ZonedDateTime date ->
                date.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                        + (date.getZone().getId().contains("/")
                                ? "[" + date.getZone().getId() + "]"
                                : "");
            case Number number -> number;
            case Boolean truth -> truth;
            default -> value.toString();
        };
    }

    /** The kind of a value in the words of FEEL. */
    static String kind(@Nullable Object value) {
        return switch (value) {
            case null -> "NULL";
            case String text -> "STRING";
            case Number number -> "NUMBER";
            case Boolean truth -> "BOOLEAN";
            case List<?> items -> "ARRAY";
            case Map<?, ?> map -> "OBJECT";
            case Duration duration -> "DURATION";
            case Period period -> "PERIOD";
            case LocalDate date -> "DATE";
            case LocalDateTime date -> "DATE_TIME";
            case ZonedDateTime date -> "DATE_TIME";
            case LocalTime time -> "TIME";
            case OffsetTime time -> "TIME";
            default -> value.getClass().getSimpleName().toUpperCase(Locale.ROOT);
        };
    }
}
