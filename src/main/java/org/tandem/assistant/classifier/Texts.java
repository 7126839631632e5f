package org.tandem.assistant.classifier;

import java.util.regex.Pattern;
import org.tandem.privacy.VisibleText;

/** One form for all ways to write the same: no invisible or control characters, compatible letters, single spaces. */
public final class Texts {

    /** More says nothing new about the topic and only takes time. */
    private static final int LONGEST = 4_000;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Texts() {}

    public static String normalized(String text) {
        return shortened(oneLine(VisibleText.of(text)));
    }

    public static String oneLine(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    public static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** Whether it is too long to be one plain question. */
    public static boolean isTooLong(String text) {
        return text.length() > LONGEST;
    }

    /** Whether there is anything to understand. */
    public static boolean hasWords(String text) {
        return text.codePoints().anyMatch(Character::isLetter);
    }
}
