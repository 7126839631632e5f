package org.tandem.staff.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the page of a conversation whether the browser that shows it is one in which somebody of the staff is signed in, so that the case number
 * leads them to the case. It says so and no more: nobody is let in anywhere by it, and the customers' part stays without sessions.
 */
@Component
class Onlooker extends OncePerRequestFilter {

    /** An attribute of the request, which the template reads; without it there is no link. */
    static final String KEY = "seenByStaff";

    private static final String CONVERSATIONS = "/i/";

    private final SignedInNow signedIn;

    Onlooker(SignedInNow signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + CONVERSATIONS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null
                && signedIn.in(session)
                        .filter(member -> !member.roles().isEmpty())
                        .isPresent()) {
            request.setAttribute(KEY, true);
        }
        chain.doFilter(request, response);
    }
}
