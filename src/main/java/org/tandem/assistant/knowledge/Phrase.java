package org.tandem.assistant.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A turn of speech as editors write it: {@code speak/talk to (a) ... person}. A slash separates words of which one stands there, what
 * is in brackets may be missing, three dots are up to four words, a star is any ending, {@code ^} the beginning of what is said, and
 * {@code $} its end.
 */
record Phrase(List<Element> elements) {

    private static final int LONGEST_GAP = 4;
    private static final Pattern UNSPACED = Pattern.compile(Spoken.UNSPACED_LETTER);
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+\\*?");

    sealed interface Element {}

    /** One of some words. */
    record Words(Set<String> words, List<String> beginnings, boolean mayBeMissing) implements Element {

        boolean fit(String word) {
            return words.contains(word) || beginnings.stream().anyMatch(word::startsWith);
        }
    }

    enum Mark implements Element {
        BEGINNING,
        GAP,
        END
    }

    static Phrase of(String written) {
        return new Phrase(Arrays.stream(tokens(written)).map(Phrase::element).toList());
    }

    /** What is wrong with it, for its editor. */
    static Optional<String> mistake(String written) {
        var odd = Phrase.of(written).elements.stream()
                .filter(Words.class::isInstance)
                .map(Words.class::cast)
                .flatMap(element -> element.words.stream())
                .filter(word -> !WORD.matcher(word).matches())
                .findFirst();
        if (odd.isPresent()) {
            return Optional.of(
                    "the phrase \"%s\" cannot be read at \"%s\". Write words with spaces between, such as talk/speak to (a) ... person"
                            .formatted(written, odd.get()));
        }
        return Phrase.of(written).elements.stream().noneMatch(Phrase::isRequired)
                ? Optional.of("the phrase \"%s\" fits every text. At least one word has to be there".formatted(written))
                : Optional.empty();
    }

    private static String[] tokens(String written) {
        return UNSPACED.matcher(written.replace("^", " ^ ").replace("$", " $ "))
                .replaceAll("$0 ")
                .strip()
                .split("\\s+");
    }

    private static Element element(String token) {
        return switch (token) {
            case "^" -> Mark.BEGINNING;
            case "..." -> Mark.GAP;
            case "$" -> Mark.END;
            default -> words(token);
        };
    }

    private static Words words(String token) {
        boolean mayBeMissing = token.startsWith("(") && token.endsWith(")");
        var words = new HashSet<String>();
        var beginnings = new ArrayList<String>();
        for (var word : (mayBeMissing ? token.substring(1, token.length() - 1) : token).split("/", -1)) {
            var plain = Spoken.plain(word);
            if (plain.endsWith("*")) {
                beginnings.add(plain.substring(0, plain.length() - 1));
            }
            words.add(plain);
        }
        return new Words(words, beginnings, mayBeMissing);
    }

    private static boolean isRequired(Element element) {
        return element instanceof Words words && !words.mayBeMissing;
    }

    /** The words with which it can begin, so that only few phrases have to be tried; empty if that cannot be told. */
    Set<String> firstWords() {
        var first = new HashSet<String>();
        for (var element : elements) {
            if (element == Mark.BEGINNING) {
                continue;
            }
            if (!(element instanceof Words words) || !words.beginnings.isEmpty()) {
                return Set.of();
            }
            first.addAll(words.words);
            if (!words.mayBeMissing) {
                return first;
            }
        }
        return Set.of();
    }

    /** Behind its last word if it stands here, or -1. */
    int endIn(Spoken text, int at) {
        return end(text, at, 0);
    }

    private int end(Spoken text, int at, int number) {
        if (number == elements.size()) {
            return at;
        }
        return switch (elements.get(number)) {
            case Mark mark -> end(text, at, number, mark);
            case Words words -> {
                int end = text.isWord(at) && words.fit(text.word(at)) ? end(text, at + 1, number + 1) : -1;
                yield end < 0 && words.mayBeMissing ? end(text, at, number + 1) : end;
            }
        };
    }

    private int end(Spoken text, int at, int number, Mark mark) {
        return switch (mark) {
            case BEGINNING -> text.beginsAt(at) ? end(text, at, number + 1) : -1;
            case END -> text.isWord(at) ? -1 : end(text, at, number + 1);
            case GAP -> {
                int end = end(text, at, number + 1);
                for (int more = 1; end < 0 && more <= LONGEST_GAP && text.isWord(at + more - 1); more++) {
                    end = end(text, at + more, number + 1);
                }
                yield end;
            }
        };
    }
}
