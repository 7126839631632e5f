package org.tandem.staff.accounts;

import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.tandem.staff.Authorities;
import org.tandem.staff.SignInWays;

/** Signs in with an account that is kept here. */
@Component
class LocalSignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final SignInWays ways;

    LocalSignIn(Accounts accounts, SignInWays ways) {
        this.accounts = accounts;
        this.ways = ways;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var password = asked.getCredentials() instanceof String typed ? typed : "";
        var address = asked.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        return Optional.of(ways)
                .filter(SignInWays::accounts)
                .flatMap(open -> accounts.signIn(asked.getName(), password, address))
                .map(principal -> UsernamePasswordAuthenticationToken.authenticated(
                        principal, null, Authorities.of(principal.member())))
                .orElseThrow(() -> new BadCredentialsException("Name and password do not fit together"));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
