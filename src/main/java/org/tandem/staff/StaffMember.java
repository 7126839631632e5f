package org.tandem.staff;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody of the staff who is signed in; a parameter of this type of a controller's method is the one who asks.
 *
 * @param name the name to sign in with, which tasks are assigned to
 * @param displayName what colleagues call them
 * @param groups the groups of tasks they may take, the queues of the decision {@code route-to-person}
 */
public record StaffMember(String name, String displayName, Set<Role> roles, Set<String> groups) {

    public StaffMember {
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
        groups = Collections.unmodifiableSet(new TreeSet<>(groups));
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
