package org.tandem.staff.oidc;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;

/**
 * Leads to the provider by a page of our own, which goes on by itself. The form that signs out may be sent to nobody but us, and browsers count a
 * redirect elsewhere as being sent there.
 */
class GoOn implements RedirectStrategy {

    private final RedirectStrategy here = new DefaultRedirectStrategy();

    @Override
    public void sendRedirect(HttpServletRequest request, HttpServletResponse response, String address)
            throws IOException {
        if (address.startsWith("/")) {
            here.sendRedirect(request, response, address);
            return;
        }
        request.setAttribute("provider", address);
        try {
            request.getRequestDispatcher("/sign-in/signing-out").forward(request, response);
        } catch (ServletException e) {
            throw new IOException("The page that leads to the provider to sign out cannot be shown", e);
        }
    }
}
