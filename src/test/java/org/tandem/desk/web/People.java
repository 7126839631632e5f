package org.tandem.desk.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tandem.staff.Role;
import org.tandem.staff.SignedIn;
import org.tandem.staff.StaffMember;

/** Who is at the desk in the tests. */
public final class People {

    public static final StaffMember ANNA = member("anna", Role.AGENT, "general");
    public static final StaffMember BO = member("bo", Role.AGENT, "general", "payments");
    public static final StaffMember LEA = member("lea", Role.LEAD);
    public static final StaffMember ARI = member("ari", Role.AUDITOR, "general");

    private People() {}

    public static RequestPostProcessor as(StaffMember member) {
        SignedIn principal = () -> member;
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
                principal,
                null,
                member.roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                        .toList()));
    }

    private static StaffMember member(String name, Role role, String... groups) {
        return new StaffMember(name, name, Set.of(role), Set.of(groups));
    }
}
