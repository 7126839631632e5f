package org.tandem.assistant.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Turns of speech that mean one thing wherever they stand, as editors write them; see {@link Phrase}. */
public final class Phrases {

    private final Index phrases;
    private final Index exceptions;

    /** @param exceptions what is no such phrase although a part of it looks like one */
    public Phrases(List<String> phrases, List<String> exceptions) {
        this.phrases = new Index(phrases);
        this.exceptions = new Index(exceptions);
    }

    public boolean areIn(String text) {
        var spoken = new Spoken(text);
        return phrases.areIn(spoken) && phrases.areIn(withoutExceptions(spoken));
    }

    private Spoken withoutExceptions(Spoken spoken) {
        for (int at = 0; at < spoken.size(); at++) {
            int end = exceptions.endIn(spoken, at);
            if (end > at) {
                spoken.forget(at, end);
            }
        }
        return spoken;
    }

    /** Phrases by the words they begin with. */
    private static final class Index {

        private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
        private final List<Phrase> others = new ArrayList<>();

        Index(List<String> written) {
            for (var phrase : written.stream().map(Phrase::of).toList()) {
                var first = phrase.firstWords();
                if (first.isEmpty()) {
                    others.add(phrase);
                }
                first.forEach(word -> byFirstWord
                        .computeIfAbsent(word, w -> new ArrayList<>())
                        .add(phrase));
            }
        }

        boolean areIn(Spoken text) {
            return IntStream.range(0, text.size()).anyMatch(at -> endIn(text, at) > at);
        }

        /** Behind the longest that stands here, or -1. */
        int endIn(Spoken text, int at) {
            return Stream.concat(byFirstWord.getOrDefault(text.word(at), List.of()).stream(), others.stream())
                    .mapToInt(phrase -> phrase.endIn(text, at))
                    .max()
                    .orElse(-1);
        }
    }
}
