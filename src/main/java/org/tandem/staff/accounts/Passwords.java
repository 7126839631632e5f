package org.tandem.staff.accounts;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.tandem.staff.StaffMember;

/**
 * What a password must be, after NIST SP 800-63B: long, of whatever one likes, but nothing common and nothing that others would think of first. Kept
 * as bcrypt, which reads 72 bytes and no more.
 */
final class Passwords {

    static final int SHORTEST = 12;
    private static final int LONGEST_BYTES = 72;
    private static final int SHORTEST_NAME = 3;
    /** Of the scale of zxcvbn, where 3 is 100 million guesses and more: for years, as slowly as signing in lets anybody guess. */
    private static final int EASY = 2;

    private static final PasswordEncoder ENCODER = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    /** Takes as long to be found wrong as any other. */
    static final String OF_NOBODY = hash("nobody has this password");

    private Passwords() {}

    /** Read when the first password is chosen: it has common passwords, words and names. */
    private static final class Guesses {
        private static final Zxcvbn ESTIMATE = new Zxcvbn();
    }

    /**
     * What is wrong with a password.
     *
     * @param person whom it is for
     * @param company where they work
     */
    static Optional<String> flaw(String password, StaffMember person, String company) {
        var tidy = tidy(password);
        if (tidy.codePointCount(0, tidy.length()) < SHORTEST) {
            return Optional.of(
                    "The password needs at least %d characters; a few words in a row are fine.".formatted(SHORTEST));
        }
        if (tidy.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return Optional.of(
                    "The password is too long: it may have 72 bytes, which is 72 letters without accents, and fewer of others.");
        }
        if (contains(tidy, person.name())) {
            return Optional.of("The password is too easy to guess: it contains the name to sign in with.");
        }
        if (contains(tidy, company)) {
            return Optional.of("The password is too easy to guess: it contains the name of the company.");
        }
        return Guesses.ESTIMATE.measure(tidy, around(person, company)).getScore() <= EASY
                ? Optional.of(
                        "The password is too easy to guess: it is a common one, or words, names, dates or keys that go together."
                                + " Take a few words that do not.")
                : Optional.empty();
    }

    private static boolean contains(String password, String name) {
        var letters = letters(name);
        return letters.length() >= SHORTEST_NAME && letters(password).contains(letters);
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static List<String> around(StaffMember person, String company) {
        return Stream.of(person.name(), person.displayName(), company, "tandem")
                .flatMap(text -> Stream.concat(
                        Stream.of(letters(text)),
                        Stream.of(text.toLowerCase(Locale.ROOT).split("\\W+"))))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    static String hash(String password) {
        return ENCODER.encode(tidy(password));
    }

    static boolean matches(String password, String hash) {
        return ENCODER.matches(tidy(password), hash);
    }

    /** The same letters are the same password, however a keyboard puts them together. */
    private static String tidy(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
