package org.tandem.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.tandem.staff.Role;
import org.tandem.staff.SignedIn;
import org.tandem.staff.StaffMember;

/** Somebody of the staff for tests, signed in. */
public final class SignIn {

    private SignIn() {}

    public static StaffMember member(Role... roles) {
        return new StaffMember("sam", "Sam Sample", Set.copyOf(Arrays.asList(roles)), Set.of());
    }

    public static Authentication as(Role... roles) {
        var member = member(roles);
        List<SimpleGrantedAuthority> authorities = Arrays.stream(roles)
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        return new TestingAuthenticationToken(new Somebody(member), null, authorities);
    }

    private record Somebody(StaffMember member) implements SignedIn {}
}
