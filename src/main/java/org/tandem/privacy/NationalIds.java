package org.tandem.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/** The numbers by which states know people. Where a number has a check digit it has to be right; where not, its form is distinct. */
final class NationalIds implements Detector {

    private static final String DATE = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])";

    private static final List<Form> FORMS = List.of(
            form("United States", "(?!000|666|9)[0-9]{3}([- ])(?!00)[0-9]{2}\\1(?!0000)[0-9]{4}", number -> true),
            form(
                    "United Kingdom",
                    "(?i)(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]",
                    number -> true),
            form("Germany", "[1-9][0-9] ?[0-9]{3} ?[0-9]{3} ?[0-9]{3}", NationalIds::isGermanTaxId),
            form(
                    "Sweden",
                    "(?:19|20)?[0-9]{2}%s[-+][0-9]{4}|(?:19|20)[0-9]{2}%s[0-9]{4}".formatted(DATE, DATE),
                    number -> LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(number.substring(number.length() - 10))),
            form(
                    "France",
                    "[12] ?[0-9]{2} ?(?:0[1-9]|1[0-2]|[2-9][0-9]) ?[0-9]{2} ?[0-9]{3} ?[0-9]{3} ?[0-9]{2}",
                    number ->
                            97 - Long.parseLong(number.substring(0, 13)) % 97 == Long.parseLong(number.substring(13))),
            form("Spain", "(?i)[0-9]{8}[- ]?[A-HJ-NP-TV-Z]", NationalIds::isSpanish),
            form("Italy", "(?i)[A-Z]{6} ?[0-9]{2}[A-EHLMPRST][0-9]{2} ?[A-Z][0-9]{3}[A-Z]", number -> true),
            form("Poland", "[0-9]{2}[0-3][0-9][0-3][0-9]{6}", NationalIds::isPolish));

    @Override
    public List<Finding> find(String text) {
        var findings = new ArrayList<Finding>();
        int end = 0;
        for (var finding : FORMS.stream()
                .flatMap(form -> form.find(text).stream())
                .sorted(Comparator.comparingInt(Finding::start))
                .toList()) {
            if (finding.start() >= end) {
                findings.add(finding);
                end = finding.end();
            }
        }
        return findings;
    }

    private static Form form(String country, String pattern, Predicate<String> isRight) {
        return new Form(
                country,
                Pattern.compile("(?<![\\p{L}\\p{N}.,-])(?:%s)(?![\\p{L}\\p{N}]|[.,-]\\p{N})".formatted(pattern)),
                isRight);
    }

    private record Form(String country, Pattern pattern, Predicate<String> isRight) {

        List<Finding> find(String text) {
            return pattern.matcher(text)
                    .results()
                    .filter(found -> isRight.test(Marks.plain(found.group().replace("+", ""))))
                    .map(found -> new Finding(Kind.NATIONAL_ID, found.start(), found.end()))
                    .toList();
        }
    }

    /** One digit of the first ten appears twice or three times, the others once at most; the last is a check digit by ISO 7064. */
    private static boolean isGermanTaxId(String number) {
        var often = new int[10];
        number.substring(0, 10).chars().forEach(digit -> often[digit - '0']++);
        if (IntStream.of(often).filter(times -> times > 1).count() != 1
                || IntStream.of(often).max().orElse(0) > 3) {
            return false;
        }
        int product = 10;
        for (int i = 0; i < 10; i++) {
            int sum = (number.charAt(i) - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == number.charAt(10) - '0';
    }

    private static boolean isSpanish(String number) {
        return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(number.substring(0, 8)) % 23) == number.charAt(8);
    }

    private static boolean isPolish(String number) {
        var weights = new int[] {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};
        int sum = IntStream.range(0, 10)
                .map(i -> weights[i] * (number.charAt(i) - '0'))
                .sum();
        return (10 - sum % 10) % 10 == number.charAt(10) - '0';
    }
}
