package org.tandem.engine.core;

import java.math.BigDecimal;
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
import org.tandem.engine.state.JsonValue;
import scala.jdk.javaapi.CollectionConverters;

/** Values between FEEL, Java and JSON. */
final class Values {

    private Values() {}

    /** What Scala and FEEL give, as maps, lists, texts, numbers and so on; dates and durations stay what they are. */
    static @Nullable Object java(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case scala.math.BigDecimal number -> number(number.bigDecimal());
            case BigDecimal number -> number(number);
            case scala.Option<?> option -> option.isEmpty() ? null : java(option.get());
            case scala.collection.Map<?, ?> map -> java(CollectionConverters.asJava(map));
            case scala.collection.Iterable<?> items -> list(CollectionConverters.asJava(items));
            case Map<?, ?> map -> {
                var to = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((key, inner) -> to.put(String.valueOf(key), java(inner)));
                yield to;
            }
            case List<?> items -> list(items);
            default -> value;
        };
    }

    private static List<@Nullable Object> list(Iterable<?> items) {
        var to = new ArrayList<@Nullable Object>();
        items.forEach(item -> to.add(java(item)));
        return to;
    }

    private static Number number(BigDecimal number) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException fractionOrHuge) {
            return number.stripTrailingZeros().precision() <= 15 ? (Number) number.doubleValue() : number;
        }
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
