package org.tandem.inquiry;

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
        return checked("An answer", withoutControls(text), 1, LONGEST_REPLY);
    }

    static String remark(String text) {
        return checked("A remark", withoutControls(text), 0, LONGEST_REPLY);
    }

    static String comment(String text) {
        return checked("A comment", text, 0, LONGEST_COMMENT);
    }

    static String line(String what, String text, int longest) {
        return checked(what, text.replaceAll("\\R", " "), 1, longest);
    }

    private static String checked(String what, String text, int shortest, int longest) {
        var tidy = text.replace("\r\n", "\n").strip();
        if (tidy.length() < shortest || tidy.length() > longest) {
            throw new IllegalArgumentException(
                    "%s has %d to %d characters, not %d".formatted(what, shortest, longest, tidy.length()));
        }
        if (!tidy.equals(withoutControls(tidy))) {
            throw new IllegalArgumentException("%s cannot contain control characters".formatted(what));
        }
        return tidy;
    }

    private static String withoutControls(String text) {
        return text.codePoints()
                .filter(c -> !Character.isISOControl(c) || c == '\n' || c == '\r' || c == '\t')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
