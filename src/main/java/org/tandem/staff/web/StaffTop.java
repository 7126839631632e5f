package org.tandem.staff.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.staff.SignedIn;
import org.tandem.staff.StaffMember;
import org.tandem.staff.access.Place;

/** What stands at the top of every page of the staff: {@code templates/staff/parts.html} asks for it. */
@Component("staffTop")
class StaffTop {

    /** Who is signed in; without anybody the links are none. */
    public Top now() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? new Top(signedIn.member(), Place.of(signedIn.member()), Place.atTheDesk(signedIn.member()))
                : new Top(null, List.of(), List.of());
    }

    record Top(@Nullable StaffMember member, List<Place> places, List<Place> desk) {}
}
