package org.tandem.channel.pages;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recognises a form that is sent twice: by the key it was shown with and by what was typed. */
final class FormKey {

    private FormKey() {}

    static @Nullable String of(@Nullable String shownWith, @Nullable String... typed) {
        if (shownWith == null || shownWith.isBlank()) {
            return null;
        }
        // with its length, so that nothing typed can move from one field to the next unnoticed
        var content = Stream.concat(Stream.of(shownWith), Arrays.stream(typed))
                .map(part -> part == null ? "-" : part.length() + ":" + part)
                .collect(Collectors.joining());
        return "form:" + UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
    }
}
