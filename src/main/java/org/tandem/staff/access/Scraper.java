package org.tandem.staff.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Whatever collects the metrics: the user {@code scrape}, who may do nothing else. */
class Scraper implements AuthenticationProvider {

    static final String ROLE = "SCRAPER";
    private static final String NAME = "scrape";

    private final byte[] password;

    Scraper(String password) {
        this.password = password.getBytes(StandardCharsets.UTF_8);
    }

    /** Of anybody else it knows nothing, and leaves them to the accounts. */
    @Override
    public @Nullable Authentication authenticate(Authentication asked) {
        return NAME.equals(asked.getName()) && asked.getCredentials() instanceof String typed && isRight(typed)
                ? UsernamePasswordAuthenticationToken.authenticated(
                        NAME, null, List.of(new SimpleGrantedAuthority("ROLE_" + ROLE)))
                : null;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private boolean isRight(String typed) {
        return MessageDigest.isEqual(typed.getBytes(StandardCharsets.UTF_8), password);
    }
}
