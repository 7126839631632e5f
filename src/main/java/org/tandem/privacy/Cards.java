package org.tandem.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/**
 * Payment card numbers, however grouped, that begin like those of a card network, are as long, and have the right check digit. Rows of a
 * statement and parts of other grouped numbers, as those of orders, are none.
 */
final class Cards implements Detector {

    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    private static final Pattern NETWORKS = Pattern.compile(
            "4[0-9]{12}(?:[0-9]{3}){0,2}" // Visa
                    + "|(?:5[1-5]|2[2-7])[0-9]{14}" // Mastercard
                    + "|3[47][0-9]{13}" // American Express
                    + "|3(?:0[0-5]|[689])[0-9]{11,16}|3[068][0-9]{12}" // Diners Club
                    + "|(?:220[0-4]|35|6[0245]|81|82)[0-9]{12,17}" // Mir, JCB, Discover, UnionPay, RuPay
                    + "|(?:5[0678]|6)[0-9]{11,17}"); // Maestro
    /** As they are printed on cards, with the same between the groups. */
    private static final Pattern AS_PRINTED =
            Pattern.compile("\\p{Nd}{13,19}|\\p{Nd}{4}([^\\p{Nd}]{0,3})\\p{Nd}{4}\\1\\p{Nd}{4}\\1\\p{Nd}{4}"
                    + "(?:\\1\\p{Nd}{1,3})?|\\p{Nd}{4}([^\\p{Nd}]{0,3})\\p{Nd}{6}\\2\\p{Nd}{4,5}");

    private static final String ALONE = "(?<!\\S)(?:%s)(?!\\S)";
    private static final Pattern DATE = Pattern.compile(
            ALONE.formatted(
                    "(?:0?[1-9]|[12][0-9]|3[01])([./-])(?:0?[1-9]|[12][0-9]|3[01])\\1(?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]"));
    private static final Pattern ORDER = Pattern.compile("\\p{Nd}{3}-\\p{Nd}{7}-\\p{Nd}{7}");

    @Override
    public List<Finding> find(String text) {
        var findings = new ArrayList<Finding>();
        for (int start = 0; start < text.length(); start++) {
            if (Character.isDigit(text.charAt(start)) && (start == 0 || !Character.isDigit(text.charAt(start - 1)))) {
                int end = end(text, start);
                if (end > start) {
                    findings.add(new Finding(Kind.CARD, start, end));
                    start = end;
                }
            }
        }
        return findings;
    }

    /** The longest card number from here on that ends where a group of digits ends, or the start if there is none. */
    private static int end(String text, int start) {
        var marks = Marks.at(text, start, LONGEST);
        for (int length = marks.plain().length(); length >= SHORTEST; length--) {
            int end = marks.endOf(length);
            var number = marks.plain().substring(0, length);
            if ((end == text.length() || !Character.isDigit(text.charAt(end)))
                    && NETWORKS.matcher(number).matches()
                    && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(number)
                    && isOneNumber(text, start, end)) {
                return end;
            }
        }
        return start;
    }

    private static boolean isOneNumber(String text, int start, int end) {
        var found = text.substring(start, end);
        if (AS_PRINTED.matcher(found).matches()) {
            return true;
        }
        return !goesOn(text, start - 1, -1)
                && !goesOn(text, end, 1)
                && !ORDER.matcher(found).matches()
                && !DATE.matcher(found).find();
    }

    /** Whether a sign and another digit are attached to it. */
    private static boolean goesOn(String text, int next, int direction) {
        int beyond = next + direction;
        return beyond >= 0
                && next >= 0
                && beyond < text.length()
                && Character.isDigit(text.charAt(beyond))
                && Marks.isSeparator(text.charAt(next))
                && !Character.isWhitespace(text.charAt(next));
    }
}
