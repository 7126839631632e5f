package org.tandem.desk.pool;

import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What the sample people can do, in the profile {@code local} and on the database that it brings itself. */
@Component
@Profile("local")
class SampleProfiles {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final List<org.tandem.desk.pool.Profile> PROFILES = List.of(
            new org.tandem.desk.pool.Profile(
                    "amira",
                    Level.STUDENT,
                    Set.of("general", "payments", "disputes", "language:en", "language:sv"),
                    2,
                    STOCKHOLM),
            new org.tandem.desk.pool.Profile(
                    "ben",
                    Level.IN_HOUSE,
                    Set.of(
                            "general",
                            "payments",
                            "disputes",
                            "care",
                            "experienced",
                            "languages",
                            "language:en",
                            "language:sv",
                            "language:de"),
                    3,
                    STOCKHOLM),
            new org.tandem.desk.pool.Profile(
                    "eva",
                    Level.PROFESSIONAL,
                    Set.of("general", "care", "language:en"),
                    1,
                    ZoneId.of("Europe/London")));

    private final ProfileTable table;
    private final Environment environment;
    private final Clock clock;

    SampleProfiles(ProfileTable table, Environment environment, Clock clock) {
        this.table = table;
        this.environment = environment;
        this.clock = clock;
    }

    @EventListener(ApplicationStartedEvent.class)
    void add() {
        if (environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:")) {
            PROFILES.stream()
                    .filter(profile -> table.find(profile.agent()).isEmpty())
                    .forEach(profile ->
                            table.put(profile, "tandem", clock.instant().truncatedTo(ChronoUnit.MICROS)));
        }
    }
}
