package org.tandem.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.tandem.staff.accounts.AccountView;
import org.tandem.staff.accounts.Accounts;

@StaffModuleTest
@ActiveProfiles("local")
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:sample-people;DB_CLOSE_DELAY=-1",
            "tandem.staff.sample-people=target/sample-people"
        })
class SamplePeopleTest {

    private final int port;
    private final Accounts accounts;

    SamplePeopleTest(@LocalServerPort int port, @Autowired Accounts accounts) {
        this.port = port;
        this.accounts = accounts;
    }

    @Test
    void thereIsOneForEachRoleAndTheStartSaysTheirPasswords(CapturedOutput output) throws Exception {
        var starts = Map.of("amira", "/desk", "ben", "/desk", "chen", "/history", "dora", "/history");

        for (var start : starts.entrySet()) {
            var file = Path.of("target/sample-people", start.getKey() + ".password");
            var password = Files.readString(file);
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(output.getAll()).contains(start.getKey() + " ", password);
            assertThat(Browser.place(new Browser(port).signIn(start.getKey(), password)))
                    .isEqualTo(start.getValue());
        }
        assertThat(accounts.all()).allMatch(AccountView::sample).hasSize(4);
        assertThat(accounts.all().stream().flatMap(account -> account.member().roles().stream()))
                .contains(Role.values());
        assertThat(List.of(Files.readString(Path.of("target/sample-people/amira.password"))))
                .doesNotContain(Files.readString(Path.of("target/sample-people/ben.password")));
    }
}
