package org.tandem.staff.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever is switched off, or whose password is a new one, is signed out at once; other roles and groups count from the next request. A visit
 * ends by its time, however somebody signed in and whatever their pages keep asking for.
 */
class StillSignedIn extends OncePerRequestFilter {

    private final SignedInNow signedIn;
    private final Duration longest;
    private final Clock clock;

    StillSignedIn(SignedInNow signedIn, Duration longest, Clock clock) {
        this.signedIn = signedIn;
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var before = SecurityContextHolder.getContext().getAuthentication();
        if (before != null) {
            var now = Visit.goesOn(request, clock.instant(), longest)
                    ? signedIn.now(before)
                    : Optional.<Authentication>empty();
            if (now.isEmpty()) {
                signOut(request);
            } else if (now.get() != before) {
                SecurityContextHolder.setContext(new SecurityContextImpl(now.get()));
            }
        }
        chain.doFilter(request, response);
    }

    private static void signOut(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
    }
}
