package org.tandem.staff.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.tandem.staff.Role;
import org.tandem.staff.StaffModuleTest;
import org.tandem.staff.accounts.Accounts;
import org.tandem.staff.accounts.NewAccount;

@StaffModuleTest
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:management;DB_CLOSE_DELAY=-1",
            "management.endpoints.web.exposure.include=health,info,metrics",
            "management.endpoint.health.probes.enabled=true"
        })
class ManagementTest {

    private static final String PASSWORD = "plum under the bridge";

    private final int site;
    private final int management;

    ManagementTest(@LocalServerPort int site, @LocalManagementPort int management, @Autowired Accounts accounts) {
        this.site = site;
        this.management = management;
        for (var role : EnumSet.of(Role.OPERATOR, Role.LEAD)) {
            if (accounts.find("the-" + role.inWords()).isEmpty()) {
                accounts.add(new NewAccount("the-" + role.inWords(), "Somebody", EnumSet.of(role), Set.of(), PASSWORD));
            }
        }
    }

    @DynamicPropertySource
    static void scrapePassword(DynamicPropertyRegistry settings) throws IOException {
        var file = Files.createDirectories(Path.of("target/management")).resolve("scrape.password");
        Files.writeString(file, "a password for scraping\n");
        settings.add("tandem.staff.scrape-password-file", file::toString);
    }

    /** Columns: path, then the status for nobody, the operator, the lead and the user scrape. */
    @ParameterizedTest
    @CsvSource({
        "/actuator/health, 200, 200, 200, 200",
        "/actuator/health/readiness, 200, 200, 200, 200",
        "/actuator/metrics, 401, 200, 403, 200",
        "/actuator/info, 401, 200, 403, 403"
    })
    void healthIsOpenAndTheRestForOperators(String path, int nobody, int operator, int lead, int scrape) {
        assertThat(get(management, path, "", "")).isEqualTo(nobody);
        assertThat(get(management, path, "the-operator", PASSWORD)).isEqualTo(operator);
        assertThat(get(management, path, "the-lead", PASSWORD)).isEqualTo(lead);
        assertThat(get(management, path, "scrape", "a password for scraping")).isEqualTo(scrape);
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThat(get(management, "/actuator/metrics", "scrape", "guessed")).isEqualTo(401);
        assertThat(get(management, "/actuator/metrics", "the-operator", "guessed"))
                .isEqualTo(401);
    }

    @Test
    void howTandemIsInDetailIsForOperators() {
        assertThat(body("/actuator/health", "the-operator", PASSWORD)).contains("\"details\"");
        assertThat(body("/actuator/health", "the-lead", PASSWORD))
                .contains("\"components\"")
                .doesNotContain("\"details\"");
    }

    @Test
    void nothingOfItIsOnTheSitesOwnPort() {
        assertThat(get(site, "/actuator/health", "", "")).isEqualTo(404);
        assertThat(get(site, "/actuator/metrics", "the-operator", PASSWORD)).isEqualTo(404);
    }

    private static int get(int port, String path, String name, String password) {
        return answer(port, path, name, password).statusCode();
    }

    private String body(String path, String name, String password) {
        return answer(management, path, name, password).body();
    }

    private static HttpResponse<String> answer(int port, String path, String name, String password) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)));
        if (!name.isEmpty()) {
            var basic = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + basic);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
