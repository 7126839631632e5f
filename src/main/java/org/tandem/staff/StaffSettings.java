package org.tandem.staff;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people of the staff sign in.
 *
 * @param accounts whether accounts are kept here; without it, only where no provider of OpenID Connect is configured
 * @param lockOut how many failed tries in a row lock a name for the address they came from, and for how long
 * @param signInLimit how often one address may try to sign in and fail
 * @param longestSession after which time everybody has to sign in anew, whatever they do
 * @param scrapePasswordFile a file with the password of the user {@code scrape}, who may read the metrics; without it there is no such user
 * @param samplePeople where the sample people's passwords are kept
 */
@ConfigurationProperties("tandem.staff")
public record StaffSettings(
        @Nullable Boolean accounts,
        @DefaultValue LockOut lockOut,
        @DefaultValue SignInLimit signInLimit,
        @DefaultValue("12h") Duration longestSession,
        @DefaultValue Oidc oidc,
        @Nullable Path scrapePasswordFile,
        @DefaultValue(".tandem/people") Path samplePeople) {

    /**
     * How failed tries make signing in wait.
     *
     * @param fromAnywhere how many failed tries in that time one name may have from all addresses together
     */
    public record LockOut(
            @DefaultValue("5") int tries,
            @DefaultValue("15m") Duration time,
            @DefaultValue("30") int fromAnywhere) {}

    public record SignInLimit(
            @DefaultValue("20") int times,
            @DefaultValue("1m") Duration per) {}

    /**
     * Where a provider says who somebody is. Claims within claims are named with dots, as in {@code realm_access.roles}.
     *
     * @param nameClaim the name that tasks are assigned to
     * @param roleNames what a role is called at the provider, if not by its own name
     * @param groupNames what a group is called at the provider; groups that are not in here keep their names
     */
    public record Oidc(
            @DefaultValue("preferred_username") String nameClaim,
            @DefaultValue("name") String displayNameClaim,
            @DefaultValue("roles") String rolesClaim,
            @DefaultValue("groups") String groupsClaim,
            @DefaultValue Map<Role, Set<String>> roleNames,
            @DefaultValue Map<String, Set<String>> groupNames) {}

    /** Whether people have accounts here, given whether there is a provider to sign in with. */
    public boolean accountsBeside(boolean provider) {
        return accounts == null ? !provider : accounts;
    }
}
