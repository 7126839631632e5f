package org.tandem.inquiry;

import com.ibm.icu.text.IDNA;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tandem.privacy.VisibleText;

/** An e-mail address out of what people type or paste for one: without what surrounds it, and without what cannot be seen. */
public record EmailAddress(String local, String domain) {

    private static final Pattern UNSEEN = Pattern.compile("[\\u034F\\u115F\\u1160\\u2800\\uFE00-\\uFE0F]");
    private static final Pattern BESIDE_A_NAME = Pattern.compile("(?s)[^<>]*<([^<>]*)>[^<>@]*");
    private static final Pattern IN_A_LINK = Pattern.compile("(?is)[^@]*mailto:([^?]*).*");
    private static final Pattern AROUND =
            Pattern.compile("^[\\s\\p{Z}\\p{Pi}\\p{Ps}<\"'`.,;:]+|[\\s\\p{Z}\\p{Pf}\\p{Pi}\\p{Pe}>\"'`.,;:!?]+$");

    private static final String LETTERS = "[^\\s\\p{Z}\\p{C}@,;:<>()\\[\\]\"\\\\.\\x{FFFD}]+";
    private static final Pattern LOCAL = Pattern.compile("(?=.{1,64}$)%1$s(?:\\.%1$s)*".formatted(LETTERS));
    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?";
    private static final Pattern DOMAIN = Pattern.compile("(?:%1$s\\.)+(?=.*\\p{L})(?=..)%1$s".formatted(LABEL));

    /** Unicode Technical Standard 46, by which straße and strasse are two domains. */
    private static final IDNA NAMES = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII);

    private static final Set<IDNA.Error> TOO_LONG = Set.of(IDNA.Error.LABEL_TOO_LONG, IDNA.Error.DOMAIN_NAME_TOO_LONG);

    /** Empty if it is no address, or more than one. */
    public static Optional<EmailAddress> of(String typed) {
        var visible = UNSEEN.matcher(VisibleText.of(typed)).replaceAll("").replace('\u3002', '.');
        var address = AROUND.matcher(inside(IN_A_LINK, inside(BESIDE_A_NAME, visible)))
                .replaceAll("");
        var parts = address.split("\\h*@\\h*", -1);
        return parts.length == 2
                        && LOCAL.matcher(parts[0]).matches()
                        && DOMAIN.matcher(parts[1]).matches()
                        && hasRoom(parts[1])
                ? Optional.of(new EmailAddress(parts[0], parts[1]))
                : Optional.empty();
    }

    /** Equal for equal addresses, however they are written, and different for different ones. */
    String key() {
        var name = NAMES.nameToASCII(domain, new StringBuilder(), new IDNA.Info());
        return "%s@%s".formatted(local, name).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }

    private static String inside(Pattern wrapping, String text) {
        var found = wrapping.matcher(text);
        return found.matches() ? found.group(1) : text;
    }

    private static boolean hasRoom(String domain) {
        var read = new IDNA.Info();
        NAMES.nameToASCII(domain, new StringBuilder(), read);
        return Collections.disjoint(read.getErrors(), TOO_LONG);
    }
}
