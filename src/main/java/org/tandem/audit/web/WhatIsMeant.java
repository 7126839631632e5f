package org.tandem.audit.web;

import java.util.Locale;
import java.util.regex.Pattern;
import org.tandem.audit.Subject;
import org.tandem.inquiry.InquiryId;

/** What somebody looks for who typed this: a case by its number, an inquiry by its id or a process instance by its key. */
final class WhatIsMeant {

    private static final Pattern CASE = Pattern.compile("(?:TA[\\s-]*)?(\\d{4}(?:[\\s-]+\\d{4})+)|TA[\\s-]*(\\d{8,})");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private WhatIsMeant() {}

    /** Fails with what it is instead. */
    static Subject by(String typed) {
        if (CASE.matcher(typed.toUpperCase(Locale.ROOT)).matches()) {
            var digits = typed.replaceAll("\\D", "");
            if (digits.length() % 4 == 0) {
                return new Subject.Case("TA" + digits.replaceAll("(\\d{4})", "-$1"));
            }
        }
        return DIGITS.matcher(typed).matches() ? key(typed) : inquiry(typed);
    }

    private static Subject key(String typed) {
        try {
            return new Subject.Key(Long.parseLong(typed));
        } catch (NumberFormatException tooLong) {
            throw new IllegalArgumentException("has too many digits for the key of a process instance", tooLong);
        }
    }

    private static Subject inquiry(String typed) {
        try {
            return new Subject.Inquiry(
                    InquiryId.of(typed.toLowerCase(Locale.ROOT)).toString());
        } catch (IllegalArgumentException notAnId) {
            throw new IllegalArgumentException(
                    "is neither a case number (like TA-1234-5678) nor the id of an inquiry nor the key of a process instance",
                    notAnId);
        }
    }
}
