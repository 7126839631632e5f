package org.tandem.assistant;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes a message apart where another request can begin: at the end of a sentence, in a list, and at words such as "and also". */
final class Clauses {

    private static final int MOST = 12;
    private static final int FEWEST_LETTERS = 4;
    private static final int FEWEST_LETTERS_TO_ASK = 9;
    private static final Pattern JOINTS = Pattern.compile(
            "(?i)[;+\\n]|\\s[-/]\\s|\\b[a-d1-9][.)]\\s|,?\\s(?:and also|and separately|also|plus|besides|furthermore|moreover|by the way|btw"
                    + "|on another note|another thing|and then|secondly|and another question)\\b[,:]?"
                    + "|,?\\s(?:and|n|&)\\s(?=(?:how|when|where|why|what|which|who|can|could|do|does|is|are|i|i'd|i'm|i've|my|please"
                    + "|cancel|change|send|tell|update|get|need|want)\\b)");

    private Clauses() {}

    /** In their order; of a long message the first and the last. */
    static List<String> of(String text) {
        var sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(text);
        var clauses = new ArrayList<String>();
        for (int from = sentences.first(), to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
            JOINTS.splitAsStream(text.substring(from, to)).forEach(clauses::add);
            from = to;
        }
        var spoken = clauses.stream()
                .map(String::strip)
                .filter(clause -> letters(clause) >= FEWEST_LETTERS)
                .toList();
        if (spoken.size() <= MOST) {
            return spoken;
        }
        return Stream.concat(spoken.stream().limit(MOST / 2), spoken.stream().skip(spoken.size() - MOST / 2))
                .toList();
    }

    /** Shorter ones are exclamations. */
    static boolean isLongEnoughToAsk(String clause) {
        return letters(clause) >= FEWEST_LETTERS_TO_ASK;
    }

    private static long letters(String clause) {
        return clause.chars().filter(Character::isLetter).count();
    }
}
