package org.tandem.staff;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.tandem.staff.accounts.AccountView;
import org.tandem.staff.accounts.Accounts;

@StaffModuleTest
@ActiveProfiles("local")
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:sample-people;DB_CLOSE_DELAY=-1",
            "tandem.staff.sample-people=target/sample-people"
        })
class SamplePeopleTest {

    private final int port;
    private final Accounts accounts;
    private final ConfigurableApplicationContext application;

    SamplePeopleTest(
            @LocalServerPort int port,
            @Autowired Accounts accounts,
            @Autowired ConfigurableApplicationContext application) {
        this.application = application;
        this.port = port;
        this.accounts = accounts;
    }

    @Test
    void thereIsOneForEachRoleAndTheStartSaysTheirPasswords() throws Exception {
        var starts = Map.of("amira", "/desk", "ben", "/desk", "chen", "/history", "dora", "/history", "eva", "/desk");

        var said = said();
        for (var start : starts.entrySet()) {
            var file = Path.of("target/sample-people", start.getKey() + ".password");
            var password = Files.readString(file);
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(said).contains(start.getKey() + " ", password);
            assertThat(Browser.place(new Browser(port).signIn(start.getKey(), password)))
                    .isEqualTo(start.getValue());
        }
        assertThat(accounts.all()).allMatch(AccountView::sample).hasSize(5);
        assertThat(accounts.all().stream().flatMap(account -> account.member().roles().stream()))
                .contains(Role.values());
        assertThat(List.of(Files.readString(Path.of("target/sample-people/amira.password"))))
                .doesNotContain(Files.readString(Path.of("target/sample-people/ben.password")));
    }

    /** What the log has when Tandem is ready. */
    private String said() {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        if (LoggerFactory.getLogger("org.tandem.staff.accounts.SamplePeople") instanceof Logger logger) {
            logger.addAppender(log);
            application.publishEvent(
                    new ApplicationReadyEvent(new SpringApplication(), new String[0], application, Duration.ZERO));
            logger.detachAppender(log);
        }
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"));
    }
}
