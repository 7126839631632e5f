package org.tandem.assistant.knowledge;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What an editor saved: UTF-8 with or without a byte order mark, or UTF-16 with one. */
record EditedText(String text, Optional<String> mistake) {

    private static final char MARK = '\uFEFF';

    static EditedText of(byte[] bytes) {
        var text = CharBuffer.allocate(bytes.length);
        var decoding = encoding(bytes).newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (decoding.isError() || text.chars().anyMatch(character -> character == 0)) {
            return new EditedText(
                    "",
                    Optional.of("the file is not encoded in UTF-8: line %d has something else. Save it in that encoding"
                            .formatted(text.toString().lines().count())));
        }
        var decoded = text.toString();
        return new EditedText(
                !decoded.isEmpty() && decoded.charAt(0) == MARK ? decoded.substring(1) : decoded, Optional.empty());
    }

    private static Charset encoding(byte[] bytes) {
        boolean hasMark = bytes.length > 1
                && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF
                        || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE);
        return hasMark ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }
}
