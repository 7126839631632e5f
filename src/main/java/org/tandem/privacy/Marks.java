package org.tandem.privacy;

import java.util.Locale;

/** The letters and digits of a text without what stands between them, and where each of them stands. */
record Marks(String plain, int[] positions) {

    /** What people put into a long number: spaces of all kinds, dashes, dots, and what cannot be seen. */
    static boolean isSeparator(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == '.'
                || character == '_'
                || Character.getType(character) == Character.DASH_PUNCTUATION
                || Character.getType(character) == Character.FORMAT;
    }

    /** From a position on, as long as only letters, digits and separators follow, and at most so many. */
    static Marks at(String text, int start, int most) {
        var plain = new StringBuilder();
        var positions = new int[most];
        for (int i = start; i < text.length() && plain.length() < most; i++) {
            char character = text.charAt(i);
            if (Character.isLetterOrDigit(character)) {
                positions[plain.length()] = i;
                plain.append(plain(character));
            } else if (!isSeparator(character)) {
                break;
            }
        }
        return new Marks(plain.toString(), positions);
    }

    static String plain(String text) {
        return at(text, 0, text.length()).plain();
    }

    /** Where the text goes on after so many marks. */
    int endOf(int count) {
        return positions[count - 1] + 1;
    }

    static boolean startsAt(String text, int start) {
        return Character.isLetterOrDigit(text.charAt(start))
                && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)));
    }

    private static String plain(char character) {
        int digit = Character.digit(character, 10);
        return digit >= 0 ? String.valueOf(digit) : String.valueOf(character).toUpperCase(Locale.ROOT);
    }
}
