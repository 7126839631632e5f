package org.tandem.assistant.answering;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.assistant.knowledge.ApprovedText;

/**
 * Whether a text says nothing that the approved one does not say, and something of each of its paragraphs. In doubt it is refused,
 * for there is always the approved text.
 */
final class Grounding {

    private static final String COUNT =
            "\\p{Nd}+(?:[.,:/-]\\p{Nd}+)*|\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
                    + "|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million"
                    + "|half|third|quarter|dozen|double|twice)\\b";
    private static final String UNIT =
            "second|minute|hour|day|week|month|year|percent|%|euro|eur|€|dollar|usd|\\$|pound|gbp|£|time"
                    + "|instalment|payment|purchase|order|card|character|digit";

    /** A number and what it counts, which may stand a few words later. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?i)(?<sign>[€$£]?)\\s*(?<count>%s)(?=(?:(?:[\\s-]+[\\p{L}\\p{Nd}]+){0,4}?[\\s-]*(?<unit>%s))?)"
                    .formatted(COUNT, UNIT));

    private static final Pattern DAY = Pattern.compile(
            "(?i)\\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|april|june"
                    + "|july|august|september|october|november|december|weekends?|noon|midnight)\\b|\\b(?-i:March|May)\\b");
    private static final Pattern LINK =
            Pattern.compile("(?i)\\bhttps?://[^\\s)]+|[\\w.+-]+@[\\w.-]+|\\b(?:[a-z0-9-]+\\.)+[a-z]{2,}\\b");
    private static final Pattern PROMISE = Pattern.compile(
            "(?i)\\b(?:guarante\\w*|promis\\w*|refund\\w*|compensat\\w*|waive\\w*|free of charge|for free|voucher\\w*|discount\\w*"
                    + "|credit(?:ed)?|immediately|today|tomorrow|right away|i will|i'll|we will|we'll|i have|i've|we have|we've|never|always)\\b");
    private static final Pattern NEGATION =
            Pattern.compile("(?i)\\b(?:no|not|cannot|nothing|nobody|never|without)\\b|n['\u2019]t\\b");
    private static final Pattern WORD = Pattern.compile("\\p{L}{5,}");
    private static final int STEM = 5;
    private static final double FEWEST_KNOWN_WORDS = 0.6;
    private static final double FEWEST_SAID_WORDS = 0.3;
    private static final double LONGEST = 1.5;

    private Grounding() {}

    /** Why it cannot be said, if so. */
    static Optional<String> objection(String text, ApprovedText approved) {
        if (text.isBlank()) {
            return Optional.of("it is empty");
        }
        if (text.length() > LONGEST * approved.text().length()) {
            return Optional.of("it is longer than the approved text");
        }
        if (!new HashSet<>(new ApprovedText(text).slots()).equals(new HashSet<>(approved.slots()))) {
            return Optional.of("it has other slots");
        }
        var numbers = numbers(text);
        numbers.removeAll(numbers(approved.text()));
        if (!numbers.isEmpty()) {
            return Optional.of("it adds %d numbers or counts other things by them".formatted(numbers.size()));
        }
        for (var kind : List.of(DAY, LINK, PROMISE)) {
            var more = found(kind, text);
            more.removeAll(found(kind, approved.text()));
            if (!more.isEmpty()) {
                return Optional.of("it adds %d days, links or promises".formatted(more.size()));
            }
        }
        if (found(NEGATION, text).isEmpty() != found(NEGATION, approved.text()).isEmpty()) {
            return Optional.of("it denies what the approved text says, or the reverse");
        }
        if (leavesOut(text, approved.text())) {
            return Optional.of("it leaves a paragraph out");
        }
        return saysOtherThings(text, approved.text()) ? Optional.of("it says other things") : Optional.empty();
    }

    private static boolean saysOtherThings(String text, String approved) {
        var known = stems(approved).collect(Collectors.toSet());
        return Arrays.stream(text.split("(?<=[.!?])\\s+")).anyMatch(sentence -> {
            var stems = stems(sentence).toList();
            return stems.stream().filter(known::contains).count() < FEWEST_KNOWN_WORDS * stems.size();
        });
    }

    /** A paragraph is known by the words that no other has. */
    private static boolean leavesOut(String text, String approved) {
        var said = stems(text).collect(Collectors.toSet());
        var paragraphs = Arrays.stream(approved.split("\\n\\s*\\n"))
                .map(paragraph -> stems(paragraph).collect(Collectors.toSet()))
                .toList();
        return paragraphs.stream().anyMatch(paragraph -> {
            var own = new HashSet<>(paragraph);
            paragraphs.stream().filter(other -> other != paragraph).forEach(own::removeAll);
            return own.stream().filter(said::contains).count() < FEWEST_SAID_WORDS * own.size();
        });
    }

    private static Set<String> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(number -> number.group("sign") + number.group("count") + ' ' + number.group("unit"))
                .map(number -> number.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> found(Pattern kind, String text) {
        return kind.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(match -> match.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Stream<String> stems(String text) {
        return WORD.matcher(text)
                .results()
                .map(word -> word.group().substring(0, STEM).toLowerCase(Locale.ROOT));
    }
}
