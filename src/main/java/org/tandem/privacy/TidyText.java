package org.tandem.privacy;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text as it is kept: every line ends in the same way, and what cannot be seen is not in it. What joins letters or emoji to what they
 * mean stays, and so do letters that have several forms.
 */
public final class TidyText {

    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}\\u00AD\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFC\\uFDD0-\\uFDEF\\uFFFE\\uFFFF\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}&&[^\\n"
                + "\\t]]");
    private static final Pattern JOINER = Pattern.compile("[\\u180E\\u200C\\u200D]");
    private static final Pattern TAG = Pattern.compile("[\\x{E0001}\\x{E0020}-\\x{E007F}]");

    /** Letters and signs that are blank, besides what counts as white space. */
    private static final String BLANK = "\u115F\u1160\u3164\uFFA0\u2800";

    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}%1$s]+|[\\s\\p{Z}%1$s]+$".formatted(BLANK));
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    /** The scripts in which a joiner between two letters changes nothing. */
    private static final Set<UnicodeScript> NEVER_JOINED = EnumSet.of(
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.COMMON,
            UnicodeScript.INHERITED);

    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int LOST = 0xFFFD;

    private TidyText() {}

    public static String of(String text) {
        var tidy = new StringBuilder(text.length());
        int before = 0;
        for (int character :
                LINE_END.matcher(text).replaceAll("\n").codePoints().toArray()) {
            if (isKept(character, before)) {
                before = isSurrogate(character) ? LOST : character;
                tidy.appendCodePoint(before);
            }
        }
        return AROUND.matcher(tidy).replaceAll("");
    }

    /** On one line, with one blank where there were several, and with letters and their accents as one. */
    public static String line(String text) {
        return Normalizer.normalize(SPACES.matcher(of(text)).replaceAll(" "), Normalizer.Form.NFC);
    }

    /** Whether there is nothing to be seen in it. */
    public static boolean isBlank(String text) {
        return text.codePoints().noneMatch(TidyText::isSeen);
    }

    /** Whether so much of it is no text that it must be something else: more than a quarter, or a tenth of a longer one. */
    public static boolean isBinary(String text) {
        long all = text.codePoints().count();
        long noise = text.codePoints().filter(TidyText::isNoise).count();
        return noise * 4 > all || noise > 7 && noise * 10 > all;
    }

    private static boolean isKept(int character, int before) {
        var text = Character.toString(character);
        if (JOINER.matcher(text).matches()) {
            return isJoined(before);
        }
        if (TAG.matcher(text).matches()) { // only flags of regions are made of them
            return before == BLACK_FLAG
                    || TAG.matcher(Character.toString(before)).matches();
        }
        return !UNSEEN.matcher(text).matches();
    }

    private static boolean isJoined(int before) {
        return Character.isExtendedPictographic(before)
                || Character.isEmojiModifier(before)
                || before == EMOJI_STYLE
                || !NEVER_JOINED.contains(UnicodeScript.of(before));
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> false;
            default ->
                BLANK.indexOf(character) < 0
                        && !UNSEEN.matcher(Character.toString(character)).matches();
        };
    }

    private static boolean isNoise(int character) {
        return Character.isISOControl(character) && !Character.isWhitespace(character) && character != 0x85
                || isSurrogate(character)
                || character == LOST
                || (character & 0xFFFE) == 0xFFFE;
    }

    private static boolean isSurrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
