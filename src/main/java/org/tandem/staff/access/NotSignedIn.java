package org.tandem.staff.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.tandem.staff.StaffSettings.LockOut;

/** Says the same whatever was wrong: it tells nobody who works here, and somebody who is locked out that they have to wait. */
class NotSignedIn implements AuthenticationFailureHandler {

    private final String words;

    NotSignedIn(LockOut lockOut) {
        this.words =
                ("Name and password do not fit together, or there were %d failed tries in a row. In that case wait %d minutes and"
                                + " try again, or ask a lead for a new password.")
                        .formatted(lockOut.tries(), Math.max(1, lockOut.time().toMinutes()));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        show(request, response, words);
    }

    /** The sign-in page again, with the name that was typed. */
    static void show(HttpServletRequest request, HttpServletResponse response, String flaw)
            throws IOException, ServletException {
        request.setAttribute("flaw", flaw);
        request.setAttribute("name", request.getParameter("name"));
        request.getRequestDispatcher("/sign-in/again").forward(request, response);
    }
}
