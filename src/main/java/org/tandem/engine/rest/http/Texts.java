package org.tandem.engine.rest.http;

import com.fasterxml.jackson.databind.JsonNode;

/** Texts and numbers that cannot be kept: no database takes the character 0 or half a surrogate pair, no double is infinite. */
public final class Texts {

    /** The longest name or id: it has to fit into an index of any database. */
    public static final int LONGEST_NAME = 500;

    /** The longest text to search for. */
    public static final int LONGEST_SOUGHT = 100_000;

    private Texts() {}

    public static String checked(String what, String text, int longest) {
        if (text.length() > longest) {
            throw Problem.invalid("%s has %,d characters; at most %,d are allowed.", what, text.length(), longest);
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !pair)) {
                throw Problem.invalid(
                        "%s has the character U+%04X at place %d, which cannot be kept.", what, (int) c, i + 1);
            }
            i += pair ? 1 : 0;
        }
        return text;
    }

    public static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }

    static void checkNumbers(String where, JsonNode value) {
        if (value.isDouble() && !Double.isFinite(value.doubleValue())) {
            throw Problem.invalid("The field '%s' has a number that is too large for a double.", where);
        }
        for (var part : value) {
            checkNumbers(where, part);
        }
    }
}
