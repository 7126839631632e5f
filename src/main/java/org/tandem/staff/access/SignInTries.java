package org.tandem.staff.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tandem.limits.ClientLimit;
import org.tandem.limits.TooOften;
import org.tandem.staff.StaffSettings.SignInLimit;

/** Lets nobody guess through many names from one address. Whoever signs in is not counted: many people may come from one. */
class SignInTries extends OncePerRequestFilter {

    /** How somebody is told to wait. */
    interface Refuse {
        void with(HttpServletRequest request, HttpServletResponse response, String words)
                throws ServletException, IOException;
    }

    private final RequestMatcher signIn;
    private final ClientLimit limit;
    private final Refuse refuse;

    SignInTries(RequestMatcher signIn, SignInLimit limit, Refuse refuse) {
        this.signIn = signIn;
        this.limit = new ClientLimit(limit.times(), limit.per());
        this.refuse = refuse;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !signIn.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            limit.count(request.getRemoteAddr());
        } catch (TooOften tooOften) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooOften.seconds()));
            refuse.with(
                    request,
                    response,
                    "There were too many tries to sign in from your connection. Please try again in %s."
                            .formatted(tooOften.inWords()));
            return;
        }
        chain.doFilter(request, response);
        if (isSignedIn()) {
            limit.giveBack(request.getRemoteAddr());
        }
    }

    /** By this request: one that fails leaves nobody signed in. */
    private static boolean isSignedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && !(authentication instanceof AnonymousAuthenticationToken);
    }
}
