package org.tandem.privacy;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Phone numbers of all countries with their country code, and of the countries most customers live in without it. A bare run
 * of digits is more often the number of an order, so it counts only when it begins with a zero or somebody says that it is a phone.
 */
final class Phones implements Detector {

    /** Where a number of one's own country begins with a zero. */
    private static final List<String> WITH_A_ZERO = List.of("GB", "DE", "SE", "FR", "NL", "BE", "AT", "CH");

    private static final Pattern A_ZERO = Pattern.compile("(?<!\\p{Nd})[+(]?[0\\x{660}\\x{6F0}]|\\+");

    /** Where it has a form of its own. */
    private static final String NORTH_AMERICA = "US";

    private static final Pattern AMERICAN =
            Pattern.compile("(?<!\\p{Nd})\\(?\\p{Nd}{3}(?:\\) ?|[-./ ])\\p{Nd}{3}[-. ]?\\p{Nd}{4}(?!\\p{Nd})");

    /** Where it looks like any other number. */
    private static final List<String> WHEN_SAID = List.of(
            "US", "ES", "IT", "PL", "PT", "NO", "DK", "FI", "IE", "CZ", "SK", "GR", "HU", "RO", "TR", "BR", "MX", "IN",
            "RU", "UA", "CN", "JP", "KR", "IL", "SA", "AE", "ZA", "AU", "GB", "DE", "SE", "FR", "NL", "BE", "AT", "CH");

    /** The library gives up after some numbers that are none, so each stretch without letters is searched for itself. */
    private static final Pattern STRETCH = Pattern.compile("[+(\\p{Nd}][^\\p{L}\\n#]*+");

    /** Which the library does not know between digits. */
    private static final Pattern TIGHT_SIGN = Pattern.compile("(?<=\\p{Nd})[|_•·](?=\\p{Nd})");

    /** So many numbers are looked at with the library's care. Whoever writes more is taken at their word. */
    static final int MOST_WORK = 5_000;

    private static final int LETTERS_A_NUMBER = 16;
    private static final Pattern LIKE_A_NUMBER =
            Pattern.compile("[+(]{0,2}\\p{Nd}(?:[^\\p{Nd}\\p{L},;]{0,3}\\p{Nd}){6,14}+");

    private static final Pattern ENOUGH_DIGITS = Pattern.compile("(?:\\p{Nd}[^\\p{Nd}]{0,3}){7}");
    private static final int FEWEST_DIGITS = 7;
    private static final int TRIES = 200;
    private static final int BEFORE = 60;

    private static final Pattern BARE = Pattern.compile("[1-9][0-9]*|[1-9][0-9]{0,2}([. ])[0-9]{3}(?:\\1[0-9]{3})*");
    private static final Pattern PART_OF_A_CODE = Pattern.compile("\\p{L}[-/_#]$");

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    @Override
    public List<Finding> find(String text) {
        return find(text, new Work());
    }

    /** How much the library was asked; one unit is about one number in one region. */
    static final class Work {

        private int done;

        int done() {
            return done;
        }

        private boolean isTooMuch() {
            return done >= MOST_WORK;
        }
    }

    List<Finding> find(String text, Work work) {
        if (text.codePoints().filter(Character::isDigit).count() < FEWEST_DIGITS) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        var numbersOnly = TIGHT_SIGN.matcher(OtherNumbers.without(text)).replaceAll(" ");
        STRETCH.matcher(numbersOnly)
                .results()
                .filter(stretch -> ENOUGH_DIGITS.matcher(stretch.group()).find())
                .forEach(stretch -> find(numbersOnly, stretch, work, findings));
        return findings;
    }

    private void find(String text, MatchResult stretch, Work work, List<Finding> findings) {
        int from = Math.max(0, stretch.start() - 1); // what is attached to a letter is no phone
        var part = text.substring(from, Math.min(text.length(), stretch.end() + 1));
        int end = 0;
        for (var found : found(part, stretch.group(), before(text, stretch.start()), work)
                .filter(number ->
                        isPhone(part.substring(number.start(), number.end()), before(text, from + number.start())))
                .sorted(Comparator.comparingInt(Finding::start))
                .toList()) {
            if (found.start() >= end) {
                findings.add(new Finding(Kind.PHONE, from + found.start(), from + found.end()));
                end = found.end();
            }
        }
    }

    private Stream<Finding> found(String part, String stretch, String before, Work work) {
        var regions = regions(stretch, before).toList();
        var asked = new ArrayList<Finding>();
        for (var region : regions) {
            if (!work.isTooMuch()) {
                work.done += 1 + part.length() / LETTERS_A_NUMBER;
                matches(part, region).forEach(match -> asked.add(new Finding(Kind.PHONE, match.start(), match.end())));
            }
        }
        return work.isTooMuch() && !regions.isEmpty() ? Stream.concat(asked.stream(), plausible(part)) : asked.stream();
    }

    private static Stream<Finding> plausible(String part) {
        return LIKE_A_NUMBER
                .matcher(part)
                .results()
                .map(number -> new Finding(Kind.PHONE, number.start(), number.end()));
    }

    private static String before(String text, int position) {
        return text.substring(Math.max(0, position - BEFORE), position);
    }

    private static Stream<String> regions(String number, String before) {
        if (PhoneWords.areIn(before)) {
            return WHEN_SAID.stream();
        }
        return Stream.concat(
                A_ZERO.matcher(number).find() ? WITH_A_ZERO.stream() : Stream.of(),
                AMERICAN.matcher(number).find() ? Stream.of(NORTH_AMERICA) : Stream.of());
    }

    private Stream<PhoneNumberMatch> matches(String line, String region) {
        return StreamSupport.stream(
                numbers.findNumbers(line, region, Leniency.VALID, TRIES).spliterator(), false);
    }

    private static boolean isPhone(String number, String before) {
        if (number.chars().filter(Character::isDigit).count() < FEWEST_DIGITS) {
            return false;
        }
        if (number.startsWith("+") || PhoneWords.announce(before)) {
            return number.startsWith("+") || !PhoneWords.sayOtherwise(before);
        }
        return (A_ZERO.matcher(number).lookingAt() || AMERICAN.matcher(number).matches())
                && !BARE.matcher(number).matches()
                && !PhoneWords.sayOtherwise(before)
                && !PART_OF_A_CODE.matcher(before).find();
    }
}
