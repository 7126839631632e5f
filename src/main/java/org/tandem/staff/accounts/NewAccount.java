package org.tandem.staff.accounts;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tandem.staff.Role;
import org.tandem.staff.StaffMember;

/** An account as somebody typed it, and what is wrong with that. */
public record NewAccount(String name, String displayName, Set<Role> roles, Set<String> groups, String password) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{1,39}");
    private static final Pattern GROUP = Pattern.compile("[a-z0-9][a-z0-9._-]{0,59}");
    private static final int LONGEST_DISPLAY_NAME = 100;

    public NewAccount {
        name = tidy(name);
        displayName = displayName.strip();
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
    }

    /** Names to sign in with are the same in capitals. */
    static String tidy(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Groups as people write them: with commas or spaces between. */
    public static Set<String> groups(String typed) {
        var groups = new LinkedHashSet<String>();
        for (var group : typed.toLowerCase(Locale.ROOT).split("[,;\\s]+")) {
            if (!group.isEmpty()) {
                groups.add(group);
            }
        }
        return groups;
    }

    StaffMember member() {
        return new StaffMember(name, displayName, roles, groups);
    }

    /** @param company where they work */
    Map<String, String> flaws(String company) {
        var flaws = new LinkedHashMap<String, String>();
        if (!NAME.matcher(name).matches()) {
            flaws.put(
                    "name",
                    name.isEmpty()
                            ? "The name to sign in with is missing."
                            : "A name to sign in with has 2 to 40 small letters, digits, dots, dashes or underscores, and begins with a letter.");
        }
        flaws.putAll(flaws(displayName, roles, groups));
        Passwords.flaw(password, member(), company).ifPresent(flaw -> flaws.put("password", flaw));
        return flaws;
    }

    static Map<String, String> flaws(String displayName, Set<Role> roles, Set<String> groups) {
        var flaws = new LinkedHashMap<String, String>();
        if (displayName.isBlank()) {
            flaws.put("displayName", "What colleagues call them is missing.");
        } else if (displayName.length() > LONGEST_DISPLAY_NAME
                || displayName.chars().anyMatch(Character::isISOControl)) {
            flaws.put("displayName", "What colleagues call them is one line of at most 100 characters.");
        }
        if (roles.isEmpty()) {
            flaws.put("roles", "Without a role nobody can do anything here: choose at least one.");
        }
        groups.stream()
                .filter(group -> !GROUP.matcher(group).matches())
                .findFirst()
                .ifPresent(group -> flaws.put(
                        "groups",
                        "'%s' is no group: they have small letters, digits and dashes, as care or team-leads."
                                .formatted(group)));
        return flaws;
    }
}
