package org.tandem.staff;

import java.util.Set;

/**
 * Somebody of the staff who is signed in; a parameter of this type of a controller's method is the one who asks.
 *
 * @param name the name to sign in with, which tasks are assigned to
 * @param displayName what colleagues call them
 * @param groups the groups of tasks they may take, the queues of the decision {@code route-to-person}
 */
public record StaffMember(String name, String displayName, Set<Role> roles, Set<String> groups) {

    public StaffMember {
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
