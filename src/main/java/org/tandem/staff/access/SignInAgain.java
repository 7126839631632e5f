package org.tandem.staff.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Asks for signing in where nobody is signed in, or not any more. A page leads to the sign-in page. A part of a page is never replaced by
 * it: its request is answered with 401 and a header that {@code staff.js} understands. A form that was sent in vain comes back to be copied.
 */
class SignInAgain implements AuthenticationEntryPoint {

    static final String HEADER = "Tandem-Sign-In";
    private static final String PAGE = "/sign-in";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        ask(request, response);
    }

    void ask(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        if (!wantsPage(request)) {
            response.setHeader(HEADER, request.getContextPath() + PAGE);
            Answers.problem(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "Nobody is signed in, or not any more. Sign in and do it again.");
        } else if (HttpMethod.GET.matches(request.getMethod())) {
            response.sendRedirect(request.getContextPath() + PAGE + (hadSession(request) ? "?ended" : ""));
        } else {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            if (request.getServletPath().equals(PAGE)) {
                request.setAttribute("notice", "This page was open for too long. Please sign in once more.");
                request.setAttribute("name", request.getParameter("name"));
            } else {
                request.setAttribute("notice", "You are not signed in any more, so nothing was sent.");
                request.setAttribute("typed", typed(request));
            }
            request.getRequestDispatcher(PAGE + "/again").forward(request, response);
        }
    }

    /** A browser that opens an address or sends a form, as opposed to a script. */
    static boolean wantsPage(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getHeader("HX-Request") == null
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static boolean hadSession(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }

    /** What somebody may have taken time to write; no passwords. */
    static List<String> typed(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !field.getKey().startsWith("_") && !isPassword(field))
                .flatMap(field -> Arrays.stream(field.getValue()))
                .filter(value -> !value.isBlank())
                .toList();
    }

    private static boolean isPassword(Map.Entry<String, String[]> field) {
        return List.of("password", "current", "again").contains(field.getKey());
    }
}
