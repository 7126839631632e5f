package org.tandem.engine.rest.search;

import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.tandem.engine.state.JsonValue;

/**
 * The wildcards of the API in other languages: a star is any text, a question mark any character, and a backslash takes the meaning from
 * the next one.
 */
final class Patterns {

    private Patterns() {}

    /** For LIKE with a backslash as escape. */
    static String like(String wildcards) {
        return translate(wildcards, "%", "_", Patterns::inLike);
    }

    static Pattern regex(String wildcards) {
        return Pattern.compile(
                translate(wildcards, ".*", ".", c -> Pattern.quote(Character.toString(c))), Pattern.DOTALL);
    }

    /** For LIKE on a JSON list that has this text. */
    static String listWith(String text) {
        var like = new StringBuilder("%");
        JsonValue.of(text).text().chars().forEach(c -> like.append(inLike(c)));
        return like.append('%').toString();
    }

    /** A regular expression for a JSON list with a text like this, the same in Java and PostgreSQL. */
    static String listLike(String wildcards) {
        var any = "([^\"\\\\]|\\\\.)";
        return "\"" + translate(wildcards, any + "*", any, Patterns::inJsonRegex) + "\"";
    }

    private static String inLike(int c) {
        return c == '%' || c == '_' || c == '\\' ? "\\" + (char) c : Character.toString(c);
    }

    private static String inJsonRegex(int c) {
        var json = JsonValue.of(Character.toString(c)).text();
        var regex = new StringBuilder();
        json.substring(1, json.length() - 1)
                .chars()
                .forEach(one -> regex.append(one < 128 && !Character.isLetterOrDigit(one) ? "\\" : "")
                        .append((char) one));
        return regex.toString();
    }

    private static String translate(String wildcards, String any, String one, IntFunction<String> literal) {
        var pattern = new StringBuilder();
        for (int i = 0; i < wildcards.length(); i++) {
            char c = wildcards.charAt(i);
            if (c == '*') {
                pattern.append(any);
            } else if (c == '?') {
                pattern.append(one);
            } else {
                if (c == '\\' && i + 1 < wildcards.length()) {
                    c = wildcards.charAt(++i);
                }
                pattern.append(literal.apply(c));
            }
        }
        return pattern.toString();
    }
}
