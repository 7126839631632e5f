package org.tandem.assistant.classifier;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words, pairs of words and letter sequences of a text. Letter sequences survive misspelling, pairs keep word order. */
record Terms(List<String> words, List<String> sequences) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}$£€%']+");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;
    private static final int MAX_WORD = 30;

    static Terms of(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        var words = new ArrayList<String>();
        var sequences = new ArrayList<String>();
        String previous = null;
        for (String word : SEPARATORS.split(plain)) {
            if (word.isEmpty()) {
                continue;
            }
            words.add(word);
            if (previous != null) {
                words.add(previous + ' ' + word);
            }
            previous = word;
            addSequences(word, sequences);
        }
        return new Terms(words, sequences);
    }

    private static void addSequences(String word, List<String> sequences) {
        var framed = ' ' + (word.length() > MAX_WORD ? word.substring(0, MAX_WORD) : word) + ' ';
        for (int length = SHORTEST; length <= LONGEST; length++) {
            for (int start = 0; start + length <= framed.length(); start++) {
                sequences.add(framed.substring(start, start + length));
            }
        }
    }
}
