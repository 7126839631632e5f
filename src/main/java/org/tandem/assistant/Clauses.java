package org.tandem.assistant;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes a message apart where another request can begin: at the end of a sentence, in a list, and at words such as "and also". */
final class Clauses {

    private static final int MOST = 6;
    private static final int FEWEST_LETTERS = 9;
    private static final Pattern JOINTS = Pattern.compile(
            "(?i)[;+\\n]|\\s[-/]\\s|\\b[a-d1-9][.)]\\s|,?\\s(?:and also|and separately|also|plus|besides|furthermore|moreover|by the way|btw"
                    + "|on another note|another thing|and then|secondly|and another question)\\b[,:]?"
                    + "|,?\\s(?:and|n|&)\\s(?=(?:how|when|where|why|what|which|who|can|could|do|does|is|are|i|i'd|i'm|i've|my|please"
                    + "|cancel|change|send|tell|update|get|need|want)\\b)");

    private Clauses() {}

    static List<String> of(String text) {
        var sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(text);
        var clauses = new ArrayList<String>();
        for (int from = sentences.first(), to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
            JOINTS.splitAsStream(text.substring(from, to)).forEach(clauses::add);
            from = to;
        }
        return clauses.stream()
                .map(String::strip)
                .filter(clause -> clause.chars().filter(Character::isLetter).count() >= FEWEST_LETTERS)
                .limit(MOST)
                .toList();
    }
}
