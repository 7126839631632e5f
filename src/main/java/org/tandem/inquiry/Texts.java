package org.tandem.inquiry;

import org.tandem.privacy.TidyText;

/** The limits of what people may write: the last guard behind whatever the channels check. */
final class Texts {

    static final int LONGEST_MESSAGE = 8_000;
    static final int LONGEST_REPLY = 100_000;
    static final int LONGEST_COMMENT = 2_000;

    private Texts() {}

    static String message(String text) {
        return checked("A message", text, 1, LONGEST_MESSAGE);
    }

    /** An answer has room for more: what an agent wrote must not be lost over its length. */
    static String reply(String text) {
        return checked("An answer", text, 1, LONGEST_REPLY);
    }

    static String remark(String text) {
        return checked("A remark", text, 0, LONGEST_REPLY);
    }

    static String comment(String text) {
        return checked("A comment", text, 0, LONGEST_COMMENT);
    }

    static String line(String what, String text, int longest) {
        return checked(what, TidyText.line(text), 1, longest);
    }

    private static String checked(String what, String text, int shortest, int longest) {
        var tidy = TidyText.of(text);
        int length = TidyText.isBlank(tidy) ? 0 : tidy.length();
        if (length < shortest || length > longest) {
            throw new IllegalArgumentException(
                    "%s has %d to %d characters, not %d".formatted(what, shortest, longest, length));
        }
        return tidy;
    }
}
