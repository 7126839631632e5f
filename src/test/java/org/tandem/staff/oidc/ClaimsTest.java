package org.tandem.staff.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tandem.staff.Role;
import org.tandem.staff.StaffMember;
import org.tandem.staff.StaffSettings.Oidc;

class ClaimsTest {

    @Test
    void groupsAndRolesAreFoundHoweverTheProviderAndTheSettingsWriteThem() {
        var settings = settings(
                Map.of(Role.AGENT, Set.of("/Desk/Agents")),
                Map.of("care", Set.of("/Desk/Care"), "Payments", Set.of("B7E2")));

        var member = member(
                Map.of(
                        "preferred_username", "kim",
                        "roles", List.of("/desk/agents", "LEAD"),
                        "groups", List.of("/desk/care", "b7e2", "/General", "/")),
                settings);

        assertThat(member.roles()).containsExactlyInAnyOrder(Role.AGENT, Role.LEAD);
        assertThat(member.groups()).containsExactlyInAnyOrder("care", "payments", "general");
    }

    @Test
    void aNameIsTheSameInCapitals() {
        var member = member(Map.of("preferred_username", " Kim@Example.com "), settings(Map.of(), Map.of()));

        assertThat(member.name()).isEqualTo("kim@example.com");
    }

    private static StaffMember member(Map<String, Object> claims, Oidc settings) {
        return Objects.requireNonNull(new Claims(claims, settings).member());
    }

    private static Oidc settings(Map<Role, Set<String>> roleNames, Map<String, Set<String>> groupNames) {
        return new Oidc("preferred_username", "name", "roles", "groups", roleNames, groupNames);
    }
}
