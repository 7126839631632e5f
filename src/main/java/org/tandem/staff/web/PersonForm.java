package org.tandem.staff.web;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandem.staff.Role;
import org.tandem.staff.accounts.AccountView;
import org.tandem.staff.accounts.NewAccount;

/** What a lead typed about somebody; shown again as it is when something is wrong with it. */
record PersonForm(
        @Nullable String name,
        @Nullable String displayName,
        @Nullable Set<Role> roles,
        @Nullable String groups) {

    static final PersonForm EMPTY = new PersonForm(null, null, null, null);

    static PersonForm of(AccountView account) {
        var member = account.member();
        return new PersonForm(
                member.name(),
                member.displayName(),
                member.roles(),
                member.groups().stream().sorted().collect(Collectors.joining(", ")));
    }

    NewAccount withPassword(@Nullable String password) {
        return new NewAccount(
                name == null ? "" : name,
                displayNameOrNone(),
                rolesOrNone(),
                groupsOrNone(),
                password == null ? "" : password);
    }

    String displayNameOrNone() {
        return displayName == null ? "" : displayName;
    }

    Set<Role> rolesOrNone() {
        return roles == null ? EnumSet.noneOf(Role.class) : roles;
    }

    Set<String> groupsOrNone() {
        return NewAccount.groups(groups == null ? "" : groups);
    }
}
