package org.tandem.staff.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.tandem.staff.SignedIn;

/** After signing in: back to the page that was asked for, or where somebody with these roles begins. */
class Welcome extends SavedRequestAwareAuthenticationSuccessHandler {

    Welcome(RequestCache pages) {
        setRequestCache(pages);
    }

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        return authentication.getPrincipal() instanceof SignedIn signedIn
                ? Place.of(signedIn.member()).getFirst().path()
                : "/account";
    }
}
