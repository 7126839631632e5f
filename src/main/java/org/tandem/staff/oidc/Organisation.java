package org.tandem.staff.oidc;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.security.oauth2.client.ClientsConfiguredCondition;
import org.springframework.context.annotation.Conditional;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.tandem.staff.Authorities;
import org.tandem.staff.StaffSettings;

/** Lets in whom a provider of OpenID Connect has signed in, with the roles and groups that it claims for them; signing out is there, too. */
@Component
@Conditional(ClientsConfiguredCondition.class)
public class Organisation {

    private static final Logger LOG = LoggerFactory.getLogger(Organisation.class);

    private final ClientRegistrationRepository registrations;
    private final StaffSettings.Oidc settings;
    private final OidcUserService users = new OidcUserService();

    Organisation(ClientRegistrationRepository registrations, StaffSettings settings) {
        this.registrations = registrations;
        this.settings = settings.oidc();
    }

    public void letIn(HttpSecurity http, AuthenticationSuccessHandler welcome) throws Exception {
        var signOut = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        signOut.setPostLogoutRedirectUri("{baseUrl}/sign-in");
        signOut.setDefaultTargetUrl("/sign-in?out");
        signOut.setRedirectStrategy(new GoOn());
        http.oauth2Login(login -> login.loginPage("/sign-in")
                        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(this::user))
                        .successHandler(welcome)
                        .failureHandler((request, response, failure) -> {
                            LOG.warn("The organisation did not sign somebody in: {}", failure.getMessage());
                            response.sendRedirect(request.getContextPath() + "/sign-in?failed");
                        }))
                .logout(out -> out.logoutSuccessHandler(signOut));
    }

    private OidcUser user(OidcUserRequest request) {
        var user = users.loadUser(request);
        var member = new Claims(user.getClaims(), settings).member();
        if (member == null) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error("no_name"),
                    "There is no claim '%s' to name them by".formatted(settings.nameClaim()));
        }
        return new OrganisationPrincipal(user, member, Authorities.of(member));
    }
}
