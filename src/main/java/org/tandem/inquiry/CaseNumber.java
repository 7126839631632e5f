package org.tandem.inquiry;

import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Makes case numbers that people can read out, like TA-4827-1936. The last digit is a check digit (Damm) that finds every single
 * wrong digit and every two swapped ones.
 */
final class CaseNumber {

    private static final String[] DAMM = {
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"
    };

    private CaseNumber() {}

    /** Numbers have groups of four digits, the last of them checked: with two groups there are ten million. */
    static String random(RandomGenerator random, int groups) {
        var digits =
                random.ints(groups * 4L - 1, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
        return "TA" + (digits + check(digits)).replaceAll("(.{4})", "-$1");
    }

    static boolean isValid(String number) {
        var digits = number.replaceAll("\\D", "");
        return number.matches("TA(-\\d{4}){2,}") && check(digits) == 0;
    }

    private static int check(String digits) {
        var interim = 0;
        for (var digit : digits.toCharArray()) {
            interim = DAMM[interim].charAt(digit - '0') - '0';
        }
        return interim;
    }
}
