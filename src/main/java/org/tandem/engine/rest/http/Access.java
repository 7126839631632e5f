package org.tandem.engine.rest.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who may call: pages of other sites and names that somebody else's name server points here may not, and where a password is set, only
 * who knows it.
 */
final class Access {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> hosts;
    private final byte @Nullable [] credentials;

    Access(Set<String> more, @Nullable String user, @Nullable String password) {
        this.hosts = new TreeSet<>(LOOPBACK);
        more.forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
        this.credentials =
                user == null && password == null ? null : (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    }

    void check(Request request, boolean open) {
        var host = request.header("host");
        if (host != null && !hosts.contains(withoutPort(host))) {
            throw foreign("The host", host);
        }
        var origin = request.header("origin");
        if (origin != null && !isKnownOrigin(origin)) {
            throw foreign("The page", origin);
        }
        if (!open && !isAuthenticated(request.header("authorization"))) {
            throw Problem.of(
                    401,
                    "UNAUTHORIZED",
                    "Only who knows the user and password of this engine may call it.",
                    Map.of("www-authenticate", "Basic realm=\"engine\", charset=\"UTF-8\""));
        }
    }

    private static Problem foreign(String what, String name) {
        return Problem.of(
                403,
                "FORBIDDEN",
                "%s '%s' is none of those that may call this engine.".formatted(what, Texts.shortened(name)));
    }

    private boolean isKnownOrigin(String origin) {
        try {
            var uri = new URI(origin);
            return uri.getHost() != null && hosts.contains(uri.getHost().toLowerCase(Locale.ROOT));
        } catch (URISyntaxException foreign) {
            return false;
        }
    }

    private static String withoutPort(String host) {
        return host.toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
    }

    private boolean isAuthenticated(@Nullable String header) {
        if (credentials == null) {
            return true;
        }
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return false;
        }
        try {
            var given = Base64.getDecoder().decode(header.substring(6).trim());
            return MessageDigest.isEqual(hash(given), hash(credentials));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** Of the same length for all, so that comparing takes the same time for all. */
    private static byte[] hash(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
