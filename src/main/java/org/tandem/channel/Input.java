package org.tandem.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what customers send and collects everything that is wrong, so that they need to correct it only once. */
public final class Input {

    public static final int LONGEST_TEXT = 8_000;
    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_EMAIL = 320;
    public static final int LONGEST_COMMENT = 2_000;
    private static final int LONGEST_KEY = 200;

    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[^\\s@,;<>\".]+");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]+");

    private final List<Flaw> flaws = new ArrayList<>();

    /** A message of 1 to 8000 characters. */
    public String text(String field, @Nullable String value) {
        return required(field, value, LONGEST_TEXT, "is empty: please write what it is about");
    }

    public String name(String field, @Nullable String value) {
        return oneLine(field, required(field, value, LONGEST_NAME, "is missing"));
    }

    public String email(String field, @Nullable String value) {
        var email = required(field, value, LONGEST_EMAIL, "is missing");
        if (accepted(field) && !EMAIL.matcher(email).matches()) {
            flaw(field, "is not an e-mail address; one looks like ada@example.org");
        }
        return email;
    }

    public @Nullable String language(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (!LANGUAGE.matcher(value.strip()).matches()) {
            flaw(field, "is not a language code; one looks like en or pt-BR");
        }
        return value.strip();
    }

    public @Nullable String comment(String field, @Nullable String value) {
        return value == null || value.isBlank() ? null : limited(field, tidy(value), LONGEST_COMMENT);
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
        var tidy = value == null ? "" : tidy(value);
        if (tidy.isEmpty()) {
            flaw(field, whenMissing);
            return tidy;
        }
        return limited(field, tidy, longest);
    }

    private String limited(String field, String tidy, int longest) {
        if (tidy.length() > longest) {
            flaw(field, "has %,d characters, at most %,d are possible".formatted(tidy.length(), longest));
        } else if (tidy.codePoints().anyMatch(Input::isNotText)) {
            flaw(field, "contains characters that are not text (binary data?); please send plain text");
        }
        return tidy;
    }

    private String oneLine(String field, String tidy) {
        if (accepted(field) && tidy.contains("\n")) {
            flaw(field, "must be on one line");
        }
        return tidy;
    }

    private boolean accepted(String field) {
        return flaws.stream().noneMatch(flaw -> flaw.field().equals(field));
    }

    /** Line ends as one character, as forms send two; nothing around it. */
    private static String tidy(String value) {
        return value.replace("\r\n", "\n").strip();
    }

    private static boolean isNotText(int character) {
        return (Character.isISOControl(character) && character != '\n' && character != '\t')
                || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)
                || character == 0xFFFD;
    }
}
