package org.tandem.assistant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tandem.assistant.knowledge.Knowledge;

/**
 * Tells English by its words: common ones, and all that the knowledge is written in. Names, codes, slips of the pen and words that
 * other languages have too count neither way.
 */
final class EnglishWords {

    private static final int SHORTEST_WITH_A_SLIP = 5;
    private static final int LONGEST_PARTICLE = 2;
    private static final double PARTICLE = 0.25;
    private static final Pattern CODE =
            Pattern.compile("\\S*[\\d_@#&]\\S*|\\b(?:\\p{Lu}+-)+\\p{Lu}+\\b|\\[[^]]{1,20}]");
    private static final Pattern BLANK = Pattern.compile("[^\\p{L}\\p{M}'’]+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final Set<String> shared = read("shared-words.txt");
    private final Set<String> english = read("english-words.txt");
    private final Set<String> slips = new HashSet<>();

    EnglishWords(Knowledge knowledge) {
        texts(knowledge)
                .flatMap(BLANK::splitAsStream)
                .map(EnglishWords::plain)
                .filter(word -> word.length() > LONGEST_PARTICLE)
                .forEach(english::add);
        english.removeAll(shared);
        english.stream()
                .filter(word -> word.length() >= SHORTEST_WITH_A_SLIP)
                .flatMap(word -> Stream.concat(withoutOneLetter(word), withTwoSwapped(word)))
                .forEach(slips::add);
    }

    /**
     * How many words of a text are English, and how many are not.
     *
     * @param particles how many are such as "is" and "to", which most languages have some of, but English most
     */
    record Count(int english, int particles, int foreign) {

        /** The share of English words; 1 where no word tells. */
        double share() {
            double leaning = english + PARTICLE * particles;
            return foreign == 0 ? 1 : leaning / (leaning + foreign);
        }
    }

    Count count(String text) {
        int known = 0;
        int particles = 0;
        int unknown = 0;
        boolean isShouted = text.chars().noneMatch(Character::isLowerCase);
        boolean first = true;
        for (var token : BLANK.split(CODE.matcher(text).replaceAll(" "))) {
            var word = plain(token);
            if (word.isEmpty()) {
                continue;
            }
            if (english.contains(word)) {
                known++;
            } else if (shared.contains(word)) {
                particles += word.length() <= LONGEST_PARTICLE ? 1 : 0;
            } else if (!mayBeASlip(word)) {
                boolean isName = !first && !isShouted && Character.isUpperCase(token.codePointAt(0));
                unknown += isName ? 0 : 1;
            }
            first = false;
        }
        return new Count(known, particles, unknown);
    }

    private boolean mayBeASlip(String word) {
        return word.length() >= SHORTEST_WITH_A_SLIP
                && (slips.contains(word) || withoutOneLetter(word).anyMatch(english::contains));
    }

    private static Stream<String> withTwoSwapped(String word) {
        return IntStream.range(1, word.length())
                .mapToObj(at ->
                        word.substring(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.substring(at + 1));
    }

    private static Stream<String> withoutOneLetter(String word) {
        return IntStream.range(0, word.length()).mapToObj(at -> word.substring(0, at) + word.substring(at + 1));
    }

    private static String plain(String token) {
        var bare =
                MARKS.matcher(Normalizer.normalize(token, Normalizer.Form.NFKD)).replaceAll("");
        return NO_LETTERS.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static Stream<String> texts(Knowledge knowledge) {
        var topics = knowledge.topics().stream()
                .flatMap(topic -> Stream.concat(topic.examples().stream(), topic.counterExamples().stream()));
        var signals = knowledge.signals().values().stream()
                .flatMap(signal -> Stream.concat(signal.examples().stream(), signal.counterExamples().stream()));
        return Stream.concat(topics, signals);
    }

    private static Set<String> read(String name) {
        try (var in = EnglishWords.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("%s is missing".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .collect(java.util.stream.Collectors.toCollection(HashSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
