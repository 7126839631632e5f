package org.tandem.channel.pages;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Recognises a form that is sent twice: by the key it was shown with and by what was typed. */
final class FormKey {

    private FormKey() {}

    static @Nullable String of(@Nullable String shownWith, @Nullable String... typed) {
        if (shownWith == null || shownWith.isBlank()) {
            return null;
        }
        var content = shownWith + Arrays.toString(typed);
        return "form:" + UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
    }
}
