package org.tandem.commands;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the line of an element in a model file, by its id in XML or JSON, or the one that a parser has named. */
final class Lines {

    private static final Pattern NAMED = Pattern.compile("\\bline (?<line>\\d+):");

    private Lines() {}

    static @Nullable Integer of(String id, String message, byte[] content) {
        if (id.isBlank()) {
            var named = NAMED.matcher(message);
            return named.find() ? Integer.valueOf(named.group("line")) : null;
        }
        var text = new String(content, UTF_8);
        var quoted = Pattern.quote(id);
        return Stream.of(
                        "\\sid\\s*=\\s*[\"']%s[\"']".formatted(quoted),
                        "\"(id|key|path|label)\"\\s*:\\s*\"%s\"".formatted(quoted))
                .map(pattern -> Pattern.compile(pattern).matcher(text))
                .filter(java.util.regex.Matcher::find)
                .findFirst()
                .map(found -> 1
                        + (int) text.substring(0, found.end())
                                .chars()
                                .filter(c -> c == '\n')
                                .count())
                .orElse(null);
    }
}
