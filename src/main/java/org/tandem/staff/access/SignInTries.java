package org.tandem.staff.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tandem.limits.ClientLimit;
import org.tandem.limits.TooOften;

/** Lets nobody guess through many names from one address. */
class SignInTries extends OncePerRequestFilter {

    private final RequestMatcher signIn;
    private final ClientLimit limit;

    SignInTries(RequestMatcher signIn, ClientLimit limit) {
        this.signIn = signIn;
        this.limit = limit;
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
            NotSignedIn.show(
                    request,
                    response,
                    "There were too many tries to sign in from your connection. Please try again in %s."
                            .formatted(tooOften.inWords()));
            return;
        }
        chain.doFilter(request, response);
    }
}
