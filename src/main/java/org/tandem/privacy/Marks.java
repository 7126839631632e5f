package org.tandem.privacy;

import java.util.Locale;

/** The letters and digits of a text without what stands between them, and where each of them stands. */
record Marks(String plain, int[] positions) {

    /** More than this between two digits is no part of one number. */
    private static final int WIDEST_GAP = 6;

    private static final String SIGNS = "._/\\,:;*|+=~#'\u00b7\u2022\u2027\u2219";

    /** What people put into a long number: spaces of all kinds, dashes, dots, strokes and other signs, and what cannot be seen. */
    static boolean isSeparator(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || SIGNS.indexOf(character) >= 0
                || character == '\u2212'
                || Character.getType(character) == Character.DASH_PUNCTUATION
                || Character.getType(character) == Character.FORMAT;
    }

    /** From a position on, as long as only letters, digits and separators follow, and at most so many. */
    static Marks at(String text, int start, int most) {
        var plain = new StringBuilder();
        var positions = new int[most];
        int gap = 0;
        for (int i = start; i < text.length() && plain.length() < most && gap <= WIDEST_GAP; i++) {
            char character = text.charAt(i);
            if (Character.isLetterOrDigit(character)) {
                positions[plain.length()] = i;
                plain.append(plain(character));
                gap = 0;
            } else if (isSeparator(character)) {
                gap++;
            } else {
                break;
            }
        }
        return new Marks(plain.toString(), positions);
    }

    static String plain(String text) {
        var plain = new StringBuilder();
        text.chars().filter(Character::isLetterOrDigit).forEach(mark -> plain.append(plain((char) mark)));
        return plain.toString();
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
