package org.tandem.assistant.knowledge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text as phrases are looked for in it: plain words, sentence by sentence. A script without spaces gives a word a letter. */
final class Spoken {

    private static final String STOP = ".";
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})['’`´](?=\\p{L})");
    private static final String UNSPACED =
            "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}";

    /** With the marks around it. */
    static final String UNSPACED_LETTER = "[" + UNSPACED + "&&\\p{L}][\\p{M}ー]*";

    private static final Pattern TOKEN =
            Pattern.compile(UNSPACED_LETTER + "|[\\p{L}\\p{M}\\p{N}&&[^" + UNSPACED + "]]+|[.!?;:,…。、！？¿¡\\n]");

    private final List<String> words = new ArrayList<>();
    private final BitSet beginnings = new BitSet();

    Spoken(String text) {
        beginnings.set(0);
        var tokens = TOKEN.matcher(plain(text));
        while (tokens.find()) {
            var token = tokens.group();
            if (Character.isLetterOrDigit(token.codePointAt(0))) {
                words.add(token);
            } else {
                if (!token.equals(",")) {
                    words.add(STOP);
                }
                beginnings.set(words.size());
            }
        }
    }

    static String plain(String text) {
        var joined = APOSTROPHE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        return joined.toLowerCase(Locale.ROOT);
    }

    int size() {
        return words.size();
    }

    String word(int at) {
        return words.get(at);
    }

    boolean isWord(int at) {
        return at < words.size() && !words.get(at).equals(STOP);
    }

    boolean beginsAt(int at) {
        return beginnings.get(at);
    }

    void forget(int from, int to) {
        for (int at = from; at < to; at++) {
            words.set(at, STOP);
        }
    }
}
