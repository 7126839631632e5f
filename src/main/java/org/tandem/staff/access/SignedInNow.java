package org.tandem.staff.access;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.tandem.staff.Authorities;
import org.tandem.staff.SignInWays;
import org.tandem.staff.SignedIn;
import org.tandem.staff.StaffMember;
import org.tandem.staff.StaffSettings;
import org.tandem.staff.accounts.AccountPrincipal;
import org.tandem.staff.accounts.Accounts;

/** Whether somebody who signed in still is, and as whom: accounts change meanwhile, and visits end. */
@Component
class SignedInNow {

    private static final String CONTEXT = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private final Accounts accounts;
    private final SignInWays ways;
    private final StaffSettings settings;
    private final Clock clock;

    SignedInNow(Accounts accounts, SignInWays ways, StaffSettings settings, Clock clock) {
        this.accounts = accounts;
        this.ways = ways;
        this.settings = settings;
        this.clock = clock;
    }

    /** As their account is now; nobody, if they may not be signed in any more. */
    Optional<Authentication> now(Authentication before) {
        if (!(before.getPrincipal() instanceof AccountPrincipal principal)) {
            return Optional.of(before);
        }
        return Optional.of(ways)
                .filter(SignInWays::accounts)
                .flatMap(open -> accounts.stillSignedIn(principal))
                .map(current -> current.equals(principal)
                        ? before
                        : UsernamePasswordAuthenticationToken.authenticated(
                                current, null, Authorities.of(current.member())));
    }

    /** Whose session this is. Looking changes nothing about it and does not keep it alive. */
    Optional<StaffMember> in(HttpSession session) {
        if (Visit.isOver(session, clock.instant(), settings.longestSession())
                || !(session.getAttribute(CONTEXT) instanceof SecurityContext context)) {
            return Optional.empty();
        }
        return Optional.ofNullable(context.getAuthentication())
                .flatMap(this::now)
                .map(Authentication::getPrincipal)
                .filter(SignedIn.class::isInstance)
                .map(principal -> ((SignedIn) principal).member());
    }
}
