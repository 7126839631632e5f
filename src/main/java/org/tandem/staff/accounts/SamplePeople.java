package org.tandem.staff.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.tandem.disk.PrivateFile;
import org.tandem.staff.Role;
import org.tandem.staff.SignInWays;
import org.tandem.staff.StaffMember;
import org.tandem.staff.StaffSettings;

/**
 * Five people to try Tandem with, in the profile {@code local} and on the database that it brings itself. Their passwords are random for
 * each installation. A start without the profile switches them off before anybody is let in.
 */
@Component
class SamplePeople implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(SamplePeople.class);
    private static final int PASSWORD_BYTES = 12;

    private static final List<StaffMember> PEOPLE = List.of(
            new StaffMember(
                    "amira", "Amira", EnumSet.of(Role.AGENT), Set.of("general", "payments", "disputes", "care")),
            new StaffMember(
                    "ben",
                    "Ben",
                    EnumSet.of(Role.AGENT, Role.LEAD),
                    Set.of("general", "payments", "disputes", "care", "languages", "team-leads", "reviewers")),
            new StaffMember("chen", "Chen", EnumSet.of(Role.ANALYST, Role.AUDITOR), Set.of()),
            new StaffMember("dora", "Dora", EnumSet.of(Role.OPERATOR), Set.of()),
            new StaffMember("eva", "Eva", EnumSet.of(Role.AGENT), Set.of("general", "care", "reviewers")));

    private final Accounts accounts;
    private final StaffSettings settings;
    private final SignInWays ways;
    private final boolean wanted;

    SamplePeople(Accounts accounts, StaffSettings settings, SignInWays ways, Environment environment) {
        this.accounts = accounts;
        this.ways = ways;
        this.settings = settings;
        this.wanted = environment.acceptsProfiles(Profiles.of("local"))
                && environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:");
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (wanted) {
            PEOPLE.stream()
                    .filter(person -> accounts.find(person.name()).isEmpty())
                    .forEach(this::add);
        }
        accounts.allowSamples(wanted);
    }

    private void add(StaffMember person) {
        accounts.add(
                new NewAccount(person.name(), person.displayName(), person.roles(), person.groups(), password(person)),
                true);
    }

    /** After the word that Tandem is ready, so that it is the last to be read. */
    @EventListener(ApplicationReadyEvent.class)
    void sayWhoTheyAre() {
        if (!wanted) {
            if (ways.accounts() && accounts.all().stream().noneMatch(AccountView::isLead)) {
                LOG.warn("Nobody can let people in yet. Stop Tandem and add somebody who leads:"
                        + " java -jar tandem.jar staff add NAME --display-name 'Their name' --role lead");
            }
        } else {
            LOG.info(
                    "Sample people, who sign in at /sign-in (profile local only; their passwords are in {}):{}",
                    settings.samplePeople(),
                    PEOPLE.stream().map(this::line).collect(Collectors.joining()));
        }
    }

    private String line(StaffMember person) {
        var roles = person.roles().stream().sorted().map(Role::inWords).collect(Collectors.joining(" and "));
        return "%n  %-6s %s  %s%s"
                .formatted(
                        person.name(),
                        accounts.hasPassword(person.name(), password(person)) ? password(person) : "(another password)",
                        roles,
                        person.groups().isEmpty()
                                ? ""
                                : ", " + person.groups().stream().sorted().collect(Collectors.joining(", ")));
    }

    private String password(StaffMember person) {
        var file = settings.samplePeople().resolve(person.name() + ".password");
        try {
            return PrivateFile.secret(file, PASSWORD_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException("The password of a sample person cannot be kept in %s".formatted(file), e);
        }
    }
}
