package org.tandem.staff.accounts;

import java.time.Instant;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.tandem.staff.SignedIn;
import org.tandem.staff.StaffMember;

/** Somebody who signed in with an account, and since when its password is the one they used. */
public record AccountPrincipal(StaffMember member, Instant passwordSetAt) implements SignedIn, AuthenticatedPrincipal {

    @Override
    public String getName() {
        return member.name();
    }
}
