package org.tandem.platform.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** Builds one item in the 8.8 form from one of 8.6: every field is there, keys are text, dates end in Z. */
record Item(JsonNode from, ObjectNode to) {
    private static final Pattern ZERO_OFFSET = Pattern.compile("\\+00:?00$");

    static Item from(JsonNode source) {
        return new Item(source, Json.object());
    }

    /** Takes a value over as it is. */
    Item copy(String name, String source) {
        var value = from.path(source);
        to.set(name, value.isMissingNode() ? to.nullNode() : value);
        return this;
    }

    Item copy(String name) {
        return copy(name, name);
    }

    /** Takes a key over, as text. */
    Item key(String name, String source) {
        var value = from.path(source);
        var absent = value.isMissingNode() || value.isNull() || value.asText().equals("-1");
        to.put(name, absent ? null : value.asText());
        return this;
    }

    Item key(String name) {
        return key(name, name);
    }

    Item date(String name, String source) {
        var value = from.path(source);
        to.put(name, value.isTextual() ? ZERO_OFFSET.matcher(value.asText()).replaceFirst("Z") : null);
        return this;
    }

    Item date(String name) {
        return date(name, name);
    }

    /** Takes a list over; a missing one is empty. */
    Item list(String name, String source) {
        var value = from.path(source);
        to.set(name, value.isArray() ? value : to.arrayNode());
        return this;
    }

    Item text(String name, String value) {
        to.put(name, value);
        return this;
    }

    Item flag(String name, boolean value) {
        to.put(name, value);
        return this;
    }

    Item emptyList(String name) {
        to.putArray(name);
        return this;
    }

    ObjectNode done() {
        return to;
    }
}
