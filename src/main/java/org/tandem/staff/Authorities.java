package org.tandem.staff;

import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What Spring Security calls the roles of somebody. */
public final class Authorities {

    private Authorities() {}

    public static List<GrantedAuthority> of(StaffMember member) {
        return member.roles().stream()
                .sorted()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }
}
