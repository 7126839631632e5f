package org.tandem.staff.accounts;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What a password must be, after NIST SP 800-63B: long, of whatever one likes. Kept as bcrypt, which reads 72 bytes and no more. */
final class Passwords {

    static final int SHORTEST = 12;
    private static final int LONGEST_BYTES = 72;
    private static final int FEWEST_DIFFERENT = 5;

    private static final PasswordEncoder ENCODER = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    /** Takes as long to be found wrong as any other. */
    static final String OF_NOBODY = hash("nobody has this password");

    private Passwords() {}

    static Optional<String> flaw(String password, String name) {
        var tidy = tidy(password);
        if (tidy.codePointCount(0, tidy.length()) < SHORTEST) {
            return Optional.of(
                    "The password needs at least %d characters; a few words in a row are fine.".formatted(SHORTEST));
        }
        if (tidy.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return Optional.of(
                    "The password is too long: it may have 72 bytes, which is 72 letters without accents, and fewer of others.");
        }
        if (tidy.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            return Optional.of("The password is too easy to guess: it repeats the same few characters.");
        }
        return !name.isEmpty() && tidy.toLowerCase(Locale.ROOT).contains(name)
                ? Optional.of("The password is too easy to guess: it contains the name to sign in with.")
                : Optional.empty();
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
