package org.tandem.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.tandem.staff.accounts.Accounts;
import org.tandem.staff.accounts.NewAccount;

@StaffModuleTest
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:sign-in-limit;DB_CLOSE_DELAY=-1",
            "tandem.staff.sign-in-limit.times=3",
            "tandem.staff.sign-in-limit.per=1h"
        })
class SignInLimitTest {

    @Test
    void tooManyTriesFromOneAddressHaveToWaitAndTheNameStays(@LocalServerPort int port) {
        var browser = new Browser(port);
        for (var i = 0; i < 3; i++) {
            assertThat(browser.signIn("name-" + i, "wrong").statusCode()).isEqualTo(401);
        }

        var refused = browser.signIn("somebody", "wrong");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1_000L, 1_200L);
        assertThat(refused.body()).contains("try again in 20 minutes", "value=\"somebody\"");
    }

    @Test
    void whoeverSignsInIsNotCounted(@LocalServerPort int port, @Autowired Accounts accounts) {
        accounts.add(new NewAccount("everybody", "Everybody", Set.of(Role.AGENT), Set.of(), "plum under the bridge"));
        var office = new String[] {"X-Forwarded-For", "198.51.100.3"};
        for (var i = 0; i < 5; i++) {
            var browser = new Browser(port);
            browser.open("/sign-in");
            var fields = Map.of("name", "everybody", "password", "plum under the bridge");
            assertThat(browser.submit("/sign-in", fields, office).statusCode()).isEqualTo(302);
        }
        var browser = new Browser(port);
        browser.open("/sign-in");
        for (var i = 0; i < 3; i++) {
            var fields = Map.of("name", "name-" + i, "password", "wrong");
            assertThat(browser.submit("/sign-in", fields, office).statusCode()).isEqualTo(401);
        }

        assertThat(browser.submit("/sign-in", Map.of("name", "x", "password", "y"), office)
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void theManagementPortIsNoWayAroundTheLimit(@LocalManagementPort int port) {
        var browser = new Browser(port);
        var guess = Base64.getEncoder().encodeToString("somebody:wrong".getBytes(StandardCharsets.UTF_8));
        for (var i = 0; i < 3; i++) {
            assertThat(guess(browser, guess).statusCode()).isEqualTo(401);
        }

        var refused = guess(browser, guess);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1_000L, 1_200L);
        assertThat(refused.body()).contains("\"detail\"", "try again in 20 minutes");
        assertThat(browser.open("/actuator/health").statusCode())
                .as("without a password")
                .isEqualTo(200);
    }

    private static HttpResponse<String> guess(Browser browser, String guess) {
        return browser.open("/actuator/health", "Authorization", "Basic " + guess);
    }
}
