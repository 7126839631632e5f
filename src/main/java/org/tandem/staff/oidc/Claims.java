package org.tandem.staff.oidc;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.staff.Role;
import org.tandem.staff.StaffMember;
import org.tandem.staff.StaffSettings.Oidc;

/** Reads from what a provider claims of somebody who they are here. Names, roles and groups are the same in capitals, as those of accounts. */
record Claims(Map<String, Object> claims, Oidc settings) {

    /** Nobody, if the provider does not say their name. */
    @Nullable
    StaffMember member() {
        var name = text(settings.nameClaim());
        var displayName = text(settings.displayNameClaim());
        return name == null
                ? null
                : new StaffMember(tidy(name), displayName == null ? name : displayName, roles(), groups());
    }

    private Set<Role> roles() {
        var claimed = all(settings.rolesClaim()).map(Claims::plain).collect(Collectors.toSet());
        return Arrays.stream(Role.values())
                .filter(role -> settings.roleNames().getOrDefault(role, Set.of(role.name())).stream()
                        .map(Claims::plain)
                        .anyMatch(claimed::contains))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private Set<String> groups() {
        return all(settings.groupsClaim())
                .map(Claims::plain)
                .filter(group -> !group.isEmpty())
                .flatMap(this::here)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a group of the provider is called here. */
    private Stream<String> here(String group) {
        var named = settings.groupNames().entrySet().stream()
                .filter(entry -> entry.getValue().stream().map(Claims::plain).anyMatch(group::equals))
                .map(entry -> plain(entry.getKey()))
                .toList();
        return named.isEmpty() ? Stream.of(group) : named.stream();
    }

    private @Nullable String text(String claim) {
        return all(claim).filter(value -> !value.isBlank()).findFirst().orElse(null);
    }

    /** A claim with dots in its name counts as it is; otherwise they lead into claims within claims. */
    private Stream<String> all(String claim) {
        @Nullable Object found = claims.get(claim);
        if (found == null) {
            found = claims;
            for (var step : claim.split("\\.")) {
                found = found instanceof Map<?, ?> within ? within.get(step) : null;
            }
        }
        return switch (found) {
            case null -> Stream.of();
            case Collection<?> several -> several.stream().map(String::valueOf);
            default -> Stream.of(found.toString());
        };
    }

    /** Keycloak names groups like files. */
    private static String plain(String name) {
        var tidy = tidy(name);
        return tidy.startsWith("/") ? tidy.substring(1) : tidy;
    }

    private static String tidy(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
