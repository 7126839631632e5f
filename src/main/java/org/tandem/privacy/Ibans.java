package org.tandem.privacy;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.validator.routines.IBANValidator;

/** International bank account numbers, however grouped, with the length of their country and the right check digits. */
final class Ibans implements Detector {

    private static final int LONGEST = 34;
    private static final String NAME = "IBAN";

    @Override
    public List<Finding> find(String text) {
        var findings = new ArrayList<Finding>();
        for (int start = 0; start < text.length(); start++) {
            if (mayStart(text, start) && Character.isLetter(text.charAt(start))) {
                int end = end(text, start);
                if (end > start) {
                    findings.add(new Finding(Kind.IBAN, start, end));
                    start = end;
                }
            }
        }
        return findings;
    }

    private static boolean mayStart(String text, int start) {
        return Marks.startsAt(text, start) || text.regionMatches(true, start - NAME.length(), NAME, 0, NAME.length());
    }

    private static int end(String text, int start) {
        var beginning = Marks.at(text, start, 4).plain();
        if (beginning.length() < 4
                || !Character.isDigit(beginning.charAt(2))
                || !Character.isDigit(beginning.charAt(3))) {
            return start;
        }
        var country = IBANValidator.DEFAULT_IBAN_VALIDATOR.getValidator(beginning);
        if (country == null) {
            return start;
        }
        int length = country.getIbanLength();
        var marks = Marks.at(text, start, LONGEST);
        return marks.plain().length() >= length
                        && IBANValidator.DEFAULT_IBAN_VALIDATOR.isValid(
                                marks.plain().substring(0, length))
                ? marks.endOf(length)
                : start;
    }
}
