package org.tandem.staff.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.tandem.staff.SignedIn;

/** After signing in: back to the page that was asked for, or where somebody with these roles begins. */
class Welcome extends SavedRequestAwareAuthenticationSuccessHandler {

    private final Clock clock;

    Welcome(RequestCache pages, Clock clock) {
        this.clock = clock;
        setRequestCache(pages);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        Visit.begin(request, clock.instant());
        super.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        return authentication.getPrincipal() instanceof SignedIn signedIn
                ? Place.of(signedIn.member()).getFirst().path()
                : "/account";
    }
}
