package org.tandem.engine.rest.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandem.engine.rest.http.Json;
import org.tandem.engine.rest.http.Keys;
import org.tandem.engine.rest.http.Problem;
import org.tandem.engine.rest.http.Texts;
import org.tandem.engine.state.JsonValue;

/** Values between the API and the database. */
final class Values {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private Values() {}

    /** What a request says, as the database has it; a problem if it is of another kind. */
    static Object of(Field field, String path, JsonNode said) {
        return switch (field.kind()) {
            case KEY -> Keys.read("The field '" + path + "'", said);
            case INTEGER -> {
                if (!said.isNumber() || !said.canConvertToExactIntegral() || !said.canConvertToInt()) {
                    throw wrong(path, said, "a whole number");
                }
                yield said.intValue();
            }
            case FLAG -> {
                if (!said.isBoolean()) {
                    throw wrong(path, said, "true or false");
                }
                yield said.booleanValue();
            }
            case DATE -> date(path, said);
            case CHOICE -> {
                if (!said.isTextual() || !choices(field).contains(said.textValue())) {
                    throw wrong(path, said, "one of " + String.join(", ", choices(field)));
                }
                yield said.textValue();
            }
            case VALUE -> value(path, said);
            case TEXT, TEXTS, JSON -> {
                if (!said.isTextual()) {
                    throw wrong(path, said, "a text");
                }
                yield Texts.checked("The field '" + path + "'", said.textValue(), Texts.LONGEST_SOUGHT);
            }
        };
    }

    /** A variable's value: JSON in a text, written as the engine keeps it; also a number or a truth value itself. */
    private static String value(String path, JsonNode said) {
        if (said.isContainerNode()) {
            throw wrong(path, said, "JSON in a text");
        }
        if (!said.isTextual()) {
            return said.toString();
        }
        var text = Texts.checked("The field '" + path + "'", said.textValue(), Texts.LONGEST_SOUGHT);
        try {
            return JsonValue.of(JsonValue.parse(text).java()).text();
        } catch (IllegalStateException notJson) {
            return text;
        }
    }

    private static long date(String path, JsonNode said) {
        try {
            if (said.isTextual()) {
                return OffsetDateTime.parse(said.textValue()).toInstant().toEpochMilli();
            }
        } catch (DateTimeException | ArithmeticException noDate) {
            throw wrong(path, said, "a date and time with offset, such as \"2025-06-30T12:00:00.000Z\"");
        }
        throw wrong(path, said, "a date and time with offset, such as \"2025-06-30T12:00:00.000Z\"");
    }

    static List<String> choices(Field field) {
        return field.choices() == null ? List.of() : List.copyOf(field.choices().keySet());
    }

    private static Problem wrong(String path, JsonNode said, String what) {
        return Problem.invalid("The field '%s' is %s; it must be %s.", path, Json.shown(said), what);
    }

    static String date(long millis) {
        return DATE.format(Instant.ofEpochMilli(millis));
    }

    /** Puts a column of a row into an item, as the API has it. */
    static void put(ObjectNode item, Field field, ResultSet row, int column) throws SQLException {
        var name = field.name();
        switch (field.kind()) {
            case KEY -> item.put(name, text(row.getLong(column), row.wasNull()));
            case DATE -> {
                var millis = row.getLong(column);
                item.put(name, row.wasNull() ? null : date(millis));
            }
            case INTEGER -> item.put(name, row.getInt(column));
            case FLAG -> item.put(name, row.getBoolean(column));
            case TEXT, CHOICE, VALUE -> item.put(name, row.getString(column));
            case TEXTS, JSON -> {
                var json = row.getString(column);
                if (json == null) {
                    item.putNull(name);
                } else {
                    item.putRawValue(name, new RawValue(json));
                }
            }
        }
    }

    private static @Nullable String text(long key, boolean isNull) {
        return isNull ? null : Long.toString(key);
    }
}
