package org.tandem.engine.rest.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tandem.engine.state.JsonValue;

/**
 * The fields of a request. Every field that is read becomes a known one; {@link #end} refuses all others. What official clients send
 * for things that were not set (null, empty objects and lists) counts as absent.
 */
public final class Body {

    private final ObjectNode node;
    private final String where;
    private final TreeSet<String> known = new TreeSet<>();

    private Body(ObjectNode node, String where) {
        this.node = node;
        this.where = where;
    }

    public static Body of(JsonNode node) {
        if (!(node instanceof ObjectNode fields)) {
            throw Problem.invalid("The body is %s; it must be an object.", Json.shown(node));
        }
        return new Body(fields, "");
    }

    /** There is nothing in it that nobody has read. */
    public void end() {
        node.properties().forEach(field -> {
            if (!known.contains(field.getKey()) && !Json.isAbsent(field.getValue())) {
                throw Problem.invalid(
                        "There is no field '%s%s' (it is %s here); known are %s.",
                        where, field.getKey(), Json.shown(field.getValue()), String.join(", ", known));
            }
        });
    }

    /** The value of a field; null if it is absent. */
    public @Nullable JsonNode get(String field) {
        known.add(field);
        var value = node.get(field);
        return value == null || value.isNull() ? null : value;
    }

    public boolean has(String field) {
        return get(field) != null;
    }

    public String text(String field) {
        var text = optionalText(field);
        if (text == null || text.isEmpty()) {
            throw missing(field, "a text");
        }
        return text;
    }

    public @Nullable String optionalText(String field) {
        var value = get(field);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            throw wrong(field, value, "a text");
        }
        return Texts.checked("The field '" + where + field + "'", value.textValue(), Texts.LONGEST_NAME);
    }

    public String textOr(String field, String otherwise) {
        var text = optionalText(field);
        return text == null ? otherwise : text;
    }

    public List<String> texts(String field) {
        var value = get(field);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrong(field, value, "a list of texts");
        }
        var texts = new ArrayList<String>();
        for (var one : value) {
            if (!one.isTextual()) {
                throw wrong(field, value, "a list of texts");
            }
            texts.add(Texts.checked("The field '" + where + field + "'", one.textValue(), Texts.LONGEST_NAME));
        }
        return texts;
    }

    public long number(String field, long least, long most) {
        var number = optionalNumber(field, least, most);
        if (number == null) {
            throw missing(field, range(least, most));
        }
        return number;
    }

    public long numberOr(String field, long least, long most, long otherwise) {
        var number = optionalNumber(field, least, most);
        return number == null ? otherwise : number;
    }

    public @Nullable Long optionalNumber(String field, long least, long most) {
        var value = get(field);
        if (value == null) {
            return null;
        }
        if (!value.isNumber() || !value.canConvertToExactIntegral() || !value.canConvertToLong()) {
            throw wrong(field, value, range(least, most));
        }
        var number = value.longValue();
        if (number < least || number > most) {
            throw wrong(field, value, range(least, most));
        }
        return number;
    }

    private static String range(long least, long most) {
        return most == Long.MAX_VALUE || most == Integer.MAX_VALUE
                ? least == Long.MIN_VALUE ? "a whole number" : "a whole number, %d or more".formatted(least)
                : "a whole number from %d to %d".formatted(least, most);
    }

    public boolean flagOr(String field, boolean otherwise) {
        var value = get(field);
        if (value == null) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw wrong(field, value, "true or false");
        }
        return value.booleanValue();
    }

    /** A key, as a text or a number. */
    public @Nullable Long optionalKey(String field) {
        var value = get(field);
        return value == null ? null : Keys.read("The field '" + where + field + "'", value);
    }

    /** The variables in this field, each as its JSON. */
    public Map<String, JsonValue> variables(String field) {
        var variables = new LinkedHashMap<String, JsonValue>();
        object(field).node.properties().forEach(variable -> {
            var name = Texts.checked("A name in '" + where + field + "'", variable.getKey(), Texts.LONGEST_NAME);
            if (name.isBlank()) {
                throw Problem.invalid("A variable in '%s%s' has no name.", where, field);
            }
            Texts.checkNumbers(where + field + "." + name, variable.getValue());
            variables.put(name, JsonValue.of(variable.getValue()));
        });
        return variables;
    }

    public Map<String, JsonValue> variables() {
        return variables("variables");
    }

    /** The object in this field; an empty one if it is absent. */
    public Body object(String field) {
        var value = get(field);
        if (value == null) {
            return new Body(Json.object(), where + field + ".");
        }
        if (!(value instanceof ObjectNode fields)) {
            throw wrong(field, value, "an object");
        }
        return new Body(fields, where + field + ".");
    }

    public List<Body> objects(String field) {
        var value = get(field);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrong(field, value, "a list of objects");
        }
        var objects = new ArrayList<Body>();
        for (var one : value) {
            if (!(one instanceof ObjectNode fields)) {
                throw wrong(field, value, "a list of objects");
            }
            objects.add(new Body(fields, "%s%s[%d].".formatted(where, field, objects.size())));
        }
        return objects;
    }

    public ObjectNode fields() {
        return node;
    }

    public Problem missing(String field, String what) {
        return Problem.invalid("The field '%s%s' is missing; it must be %s.", where, field, what);
    }

    public Problem wrong(String field, JsonNode value, String what) {
        return Problem.invalid("The field '%s%s' is %s; it must be %s.", where, field, Json.shown(value), what);
    }
}
