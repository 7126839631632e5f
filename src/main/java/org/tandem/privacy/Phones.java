package org.tandem.privacy;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Phone numbers of all countries with their country code, and of the countries most customers live in without it. A bare run
 * of digits is more often the number of an order, so it counts only when it begins with a zero or somebody says that it is a phone.
 */
final class Phones implements Detector {

    private static final List<String> REGIONS = List.of("US", "GB", "DE", "SE");
    private static final int TRIES = 200;
    private static final Pattern ENOUGH_DIGITS = Pattern.compile("(?:\\p{Nd}[^\\p{Nd}\\n]{0,3}){7}");
    private static final Pattern BARE = Pattern.compile("[1-9][0-9]*");
    private static final Pattern DATE_OR_AMOUNT =
            Pattern.compile("[0-9]{1,2}([./-])[0-9]{1,2}\\1(?:[0-9]{2}){1,2}|[0-9]+\\.[0-9]{2}");
    private static final int FEWEST_DIGITS = 7;
    private static final Pattern SAYS_PHONE = Pattern.compile(
            "(?i)\\b(?:phone|mobile|cell|tel|telephone|whatsapp|call|ring|reach|text)\\b[^.!?\\n]{0,25}$");

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    @Override
    public List<Finding> find(String text) {
        if (!ENOUGH_DIGITS.matcher(text).find()) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        int end = 0;
        for (var match : REGIONS.stream()
                .flatMap(region -> matches(text, region))
                .filter(match -> isPhone(match, text))
                .sorted(Comparator.comparingInt(PhoneNumberMatch::start))
                .toList()) {
            if (match.start() >= end) {
                findings.add(new Finding(Kind.PHONE, match.start(), match.end()));
                end = match.end();
            }
        }
        return findings;
    }

    private Stream<PhoneNumberMatch> matches(String text, String region) {
        return StreamSupport.stream(
                numbers.findNumbers(text, region, Leniency.VALID, TRIES).spliterator(), false);
    }

    private static boolean isPhone(PhoneNumberMatch match, String text) {
        var number = match.rawString();
        if (DATE_OR_AMOUNT.matcher(number).matches()
                || number.chars().filter(Character::isDigit).count() < FEWEST_DIGITS) {
            return false;
        }
        return !BARE.matcher(number).matches()
                || SAYS_PHONE
                        .matcher(text.substring(Math.max(0, match.start() - 60), match.start()))
                        .find();
    }
}
