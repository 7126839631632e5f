package org.tandem.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tandem.inquiry.EmailAddress;
import org.tandem.privacy.PhoneNumber;
import org.tandem.privacy.TidyText;

/**
 * Tidies what customers send and collects everything that is wrong, so that they need to correct it only once. What they cannot see is
 * nothing they could correct.
 */
public final class Input {

    public static final int LONGEST_TEXT = 8_000;
    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_EMAIL = 320;
    public static final int LONGEST_COMMENT = 2_000;
    private static final int LONGEST_KEY = 200;

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]+");

    private final List<Flaw> flaws = new ArrayList<>();

    /** A message of 1 to 8000 characters. */
    public String text(String field, @Nullable String value) {
        return required(field, value, LONGEST_TEXT, "is empty: please write what it is about");
    }

    public String name(String field, @Nullable String value) {
        var name = required(field, value, LONGEST_NAME, "is missing");
        if (accepted(field) && value != null && value.strip().contains("\n")) {
            flaw(field, "must be on one line");
        }
        return TidyText.line(name);
    }

    public String email(String field, @Nullable String value) {
        var typed = required(field, value, LONGEST_EMAIL, "is missing");
        var email = EmailAddress.of(typed);
        if (accepted(field) && email.isEmpty()) {
            flaw(
                    field,
                    typed.indexOf('@') == typed.lastIndexOf('@')
                            ? "is not an e-mail address; one looks like ada@example.org"
                            : "has more than one @; please give one address, which looks like ada@example.org");
        }
        return email.map(EmailAddress::toString).orElse(typed);
    }

    /** With its country code, as nobody knows where a customer is. */
    public @Nullable PhoneNumber phone(String field, @Nullable String value) {
        var typed = value == null ? "" : TidyText.line(value);
        if (TidyText.isBlank(typed)) {
            flaw(field, "is missing");
            return null;
        }
        var number = PhoneNumber.of(typed);
        if (number.isEmpty()) {
            flaw(field, "is none that we can call; with the country code one looks like +44 20 7946 0018");
        }
        return number.orElse(null);
    }

    public @Nullable String language(String field, @Nullable String value) {
        var code = value == null ? "" : TidyText.line(value);
        if (TidyText.isBlank(code)) {
            return null;
        }
        if (!LANGUAGE.matcher(code).matches()) {
            flaw(field, "is not a language code; one looks like en or pt-BR");
        }
        return code;
    }

    public @Nullable String comment(String field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        var comment = limited(field, value, LONGEST_COMMENT);
        return TidyText.isBlank(comment) ? null : comment;
    }

    public int score(String field, @Nullable Number value) {
        if (value == null) {
            flaw(field, "is missing; it is a whole number from 1 to 5");
        } else if (value.doubleValue() != Math.rint(value.doubleValue())
                || value.doubleValue() < 1
                || value.doubleValue() > 5) {
            flaw(field, "must be a whole number from 1 to 5");
        }
        return value == null ? 0 : value.intValue();
    }

    public boolean yesOrNo(String field, @Nullable Boolean value) {
        if (value == null) {
            flaw(field, "is missing; it is true or false");
        }
        return Boolean.TRUE.equals(value);
    }

    public @Nullable String idempotencyKey(String field, @Nullable String value) {
        if (value != null
                && (value.isBlank()
                        || value.length() > LONGEST_KEY
                        || !PRINTABLE.matcher(value).matches())) {
            flaw(field, "must be 1 to %d printable ASCII characters, for example a UUID".formatted(LONGEST_KEY));
        }
        return value;
    }

    public void flaw(String field, String message) {
        flaws.add(new Flaw(field, message));
    }

    /** What is wrong, if anything. */
    public List<Flaw> flaws() {
        return List.copyOf(flaws);
    }

    /** Goes on only with faultless input. */
    public void orRefuse() {
        if (!flaws.isEmpty()) {
            throw new InvalidInput(flaws);
        }
    }

    private String required(String field, @Nullable String value, int longest, String whenMissing) {
        var tidy = value == null ? "" : limited(field, value, longest);
        if (accepted(field) && TidyText.isBlank(tidy)) {
            flaw(field, whenMissing);
        }
        return tidy;
    }

    private String limited(String field, String value, int longest) {
        var tidy = TidyText.of(value);
        if (tidy.length() > longest) {
            flaw(field, "has %,d characters, at most %,d are possible".formatted(tidy.length(), longest));
        } else if (TidyText.isBinary(value)) {
            flaw(field, "contains characters that are not text (binary data?); please send plain text");
        }
        return tidy;
    }

    private boolean accepted(String field) {
        return flaws.stream().noneMatch(flaw -> flaw.field().equals(field));
    }
}
