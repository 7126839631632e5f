package org.tandem.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/** Payment card numbers: 13 to 19 digits, however grouped, that begin like those of a card network and have the right check digit. */
final class Cards implements Detector {

    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    private static final Pattern NETWORKS = Pattern.compile("(?:4|5[0-8]|6|3[0-9]|2[2-7])[0-9]+");

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
                    && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(number)) {
                return end;
            }
        }
        return start;
    }
}
