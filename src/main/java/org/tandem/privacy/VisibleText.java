package org.tandem.privacy;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** A text as people see it: no invisible or control characters, compatible letters; with its lines and its whole length. */
public final class VisibleText {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}&&[^\\n\\t]]");

    private VisibleText() {}

    /** One letter may stand for eighteen. */
    public static String of(String text) {
        return Normalizer.normalize(INVISIBLE.matcher(text).replaceAll(""), Normalizer.Form.NFKC);
    }
}
