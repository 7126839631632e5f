package org.tandem.staff.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tandem.staff.Role;
import org.tandem.staff.StaffMember;

/**
 * An account as leads see it.
 *
 * @param lockedUntil until when some address cannot sign in with it
 */
public record AccountView(
        StaffMember member,
        boolean enabled,
        boolean sample,
        @Nullable Instant lockedUntil) {

    public boolean lockedAt(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    boolean isLead() {
        return enabled && member.is(Role.LEAD);
    }
}
