package org.tandem.staff.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Tells somebody who is signed in that this is not for them, and which role it would need. */
class Refusal implements AccessDeniedHandler {

    private static final String OUT_OF_DATE =
            "This page is older than your session, so nothing was changed. Load it again and repeat what you did.";

    private final SignInAgain again;

    Refusal(SignInAgain again) {
        this.again = again;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (denied instanceof CsrfException && nobodyIsSignedIn()) {
            again.ask(request, response);
            return;
        }
        var outOfDate = denied instanceof CsrfException;
        if (SignInAgain.wantsPage(request)) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            request.setAttribute("refusal", outOfDate ? OUT_OF_DATE : words(request));
            if (outOfDate) {
                request.setAttribute("heading", "This page is out of date");
                request.setAttribute("typed", SignInAgain.typed(request));
            }
            request.getRequestDispatcher("/sign-in/refused").forward(request, response);
        } else {
            if (outOfDate) {
                // signed in anew in another window: staff.js gets itself the token of this session
                response.setHeader(SignInAgain.HEADER, "token");
            }
            Answers.problem(response, HttpStatus.FORBIDDEN, outOfDate ? OUT_OF_DATE : words(request));
        }
    }

    private static boolean nobodyIsSignedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || authentication instanceof AnonymousAuthenticationToken;
    }

    private static String words(HttpServletRequest request) {
        return Access.to(request)
                .filter(line -> line.who() == Access.Who.ROLES)
                .map(line -> "This needs the role %s, which you do not have. A lead can give it to you."
                        .formatted(line.rolesInWords()))
                .orElse("This is for nobody.");
    }
}
