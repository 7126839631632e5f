package org.tandem.inquiry;

/** The limits of what people may write: the last guard behind whatever the channels check. */
final class Texts {

    static final int LONGEST_MESSAGE = 8_000;
    static final int LONGEST_COMMENT = 2_000;

    private Texts() {}

    static String message(String text) {
        var stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_MESSAGE) {
            throw new IllegalArgumentException(
                    "A message has 1 to %d characters, not %d".formatted(LONGEST_MESSAGE, stripped.length()));
        }
        return stripped;
    }

    static String comment(String text) {
        var stripped = text.strip();
        if (stripped.length() > LONGEST_COMMENT) {
            throw new IllegalArgumentException(
                    "A comment has at most %d characters, not %d".formatted(LONGEST_COMMENT, stripped.length()));
        }
        return stripped;
    }
}
