package org.tandem.engine.rest.http;

import com.fasterxml.jackson.databind.JsonNode;

/** Keys as they come: numbers, or texts of digits. */
public final class Keys {

    private Keys() {}

    public static long read(String what, JsonNode value) {
        if (!value.isTextual() && !value.isIntegralNumber()) {
            throw Problem.invalid("%s is %s; it must be a key, such as \"2251799813685249\".", what, Json.shown(value));
        }
        return read(what, value.asText());
    }

    public static long read(String what, String text) {
        if (!text.matches("[0-9]{1,19}")
                || (text.length() == 19 && text.compareTo(Long.toString(Long.MAX_VALUE)) > 0)) {
            throw Problem.invalid(
                    "%s is \"%s\"; it must be a key, such as \"2251799813685249\".", what, Texts.shortened(text));
        }
        return Long.parseLong(text);
    }
}
