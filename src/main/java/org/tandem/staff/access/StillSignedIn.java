package org.tandem.staff.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tandem.staff.Authorities;
import org.tandem.staff.SignInWays;
import org.tandem.staff.accounts.AccountPrincipal;
import org.tandem.staff.accounts.Accounts;

/**
 * Whoever is switched off, or whose password is a new one, is signed out at once; other roles and groups count from the next request. A visit
 * ends by its time, however somebody signed in and whatever their pages keep asking for.
 */
class StillSignedIn extends OncePerRequestFilter {

    private final Accounts accounts;

    private final SignInWays ways;
    private final Duration longest;
    private final Clock clock;

    StillSignedIn(Accounts accounts, SignInWays ways, Duration longest, Clock clock) {
        this.accounts = accounts;
        this.ways = ways;
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && !Visit.goesOn(request, clock.instant(), longest)) {
            signOut(request);
        } else if (authentication != null && authentication.getPrincipal() instanceof AccountPrincipal before) {
            var now = ways.accounts() ? accounts.stillSignedIn(before) : Optional.<AccountPrincipal>empty();
            if (now.isEmpty()) {
                signOut(request);
            } else if (!now.get().equals(before)) {
                SecurityContextHolder.setContext(
                        new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                                now.get(), null, Authorities.of(now.get().member()))));
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
