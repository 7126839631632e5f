package org.tandem.privacy;

import java.util.stream.IntStream;
import org.apache.commons.validator.routines.checkdigit.EAN13CheckDigit;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.apache.commons.validator.routines.checkdigit.VerhoeffCheckDigit;

/** How states make sure that nobody mistypes the number of a person. Each number comes without blanks and signs, in capitals. */
final class Checks {

    private Checks() {}

    static boolean isLuhn(String number) {
        return LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(number);
    }

    static boolean isIndian(String number) {
        return VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT.isValid(number);
    }

    static boolean isSwiss(String number) {
        return EAN13CheckDigit.EAN13_CHECK_DIGIT.isValid(number);
    }

    static boolean isSwedish(String number) {
        return isLuhn(number.substring(number.length() - 10));
    }

    /** Numbers of taxpayers who have no social security number begin with 9. */
    static boolean isAmerican(String number) {
        return number.charAt(0) != '9' || number.charAt(3) >= '5';
    }

    /** One digit of the first ten appears twice or three times, the others once at most; the last is a check digit by ISO 7064. */
    static boolean isGerman(String number) {
        var often = new int[10];
        number.substring(0, 10).chars().forEach(digit -> often[digit - '0']++);
        if (IntStream.of(often).filter(times -> times > 1).count() != 1
                || IntStream.of(often).max().orElse(0) > 3) {
            return false;
        }
        int product = 10;
        for (int i = 0; i < 10; i++) {
            int sum = (digit(number, i) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == digit(number, 10);
    }

    static boolean isFrench(String number) {
        var digits = number.replace("2A", "19").replace("2B", "18");
        return 97 - Long.parseLong(digits.substring(0, 13)) % 97 == Long.parseLong(digits.substring(13));
    }

    /** Foreigners have X, Y or Z for the first digit. */
    static boolean isSpanish(String number) {
        int first = "XYZ".indexOf(number.charAt(0));
        var digits = (first < 0 ? "" : first) + number.substring(first < 0 ? 0 : 1, number.length() - 1);
        return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(digits) % 23) == number.charAt(number.length() - 1);
    }

    /** Letters may stand for digits, but not for most of them. */
    static boolean isItalian(String number) {
        return number.chars().filter(Character::isDigit).count() >= 3;
    }

    static boolean isNorwegian(String number) {
        return sum(number, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0
                && sum(number, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
    }

    static boolean isFinnish(String number) {
        var digits = number.replaceAll("(?<=^.{6})[A-Z](?=.{4}$)", "");
        return "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(Integer.parseInt(digits.substring(0, 9)) % 31)
                == digits.charAt(9);
    }

    static boolean isPortuguese(String number) {
        int rest = sum(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return (rest < 2 ? 0 : 11 - rest) == digit(number, 8);
    }

    static boolean isDutch(String number) {
        return sum(number, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0;
    }

    /** Whoever was born since 2000 has a 2 before it. */
    static boolean isBelgian(String number) {
        long check = Long.parseLong(number.substring(9));
        return 97 - Long.parseLong(number.substring(0, 9)) % 97 == check
                || 97 - Long.parseLong("2" + number.substring(0, 9)) % 97 == check;
    }

    static boolean isAustrian(String number) {
        return sum(number, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6) % 11 == digit(number, 3);
    }

    static boolean isPolish(String number) {
        return sum(number, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0;
    }

    static boolean isCzech(String number) {
        return Long.parseLong(number) % 11 == 0;
    }

    static boolean isIrish(String number) {
        int second = number.length() > 8 ? "WABCDEFGHI".indexOf(number.charAt(8)) : 0;
        return "WABCDEFGHIJKLMNOPQRSTUV".charAt((sum(number, 8, 7, 6, 5, 4, 3, 2) + 9 * second) % 23)
                == number.charAt(7);
    }

    static boolean isBrazilian(String number) {
        return sum(number, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10 == digit(number, 9)
                && sum(number, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10 == digit(number, 10);
    }

    static boolean isOfTheNhs(String number) {
        return (11 - sum(number, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11 == digit(number, 9);
    }

    static boolean isChinese(String number) {
        int sum = sum(number, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
        return "10X98765432".charAt(sum % 11) == number.charAt(17);
    }

    private static int sum(String number, int... weights) {
        return IntStream.range(0, weights.length)
                .map(i -> weights[i] * digit(number, i))
                .sum();
    }

    private static int digit(String number, int position) {
        return Character.digit(number.charAt(position), 10);
    }

    static boolean isChilean(String number) {
        int sum = 0;
        for (int i = number.length() - 2, weight = 2; i >= 0; i--, weight = weight == 7 ? 2 : weight + 1) {
            sum += (number.charAt(i) - '0') * weight;
        }
        return "0K987654321".charAt(sum % 11) == number.charAt(number.length() - 1);
    }

    static boolean isArgentinian(String number) {
        int sum = IntStream.range(0, 10)
                .map(i -> (number.charAt(i) - '0') * ("5432765432".charAt(i) - '0'))
                .sum();
        return (11 - sum % 11) % 11 == number.charAt(10) - '0';
    }
}
