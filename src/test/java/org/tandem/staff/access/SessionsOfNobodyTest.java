package org.tandem.staff.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.tandem.staff.Browser;
import org.tandem.staff.Role;
import org.tandem.staff.StaffModuleTest;
import org.tandem.staff.accounts.Accounts;
import org.tandem.staff.accounts.NewAccount;

@StaffModuleTest
@Import(SessionsOfNobodyTest.Watched.class)
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:sessions;DB_CLOSE_DELAY=-1",
            "server.servlet.session.timeout=90m"
        })
class SessionsOfNobodyTest {

    private static final String PASSWORD = "plum under the bridge";

    @Test
    void aSessionLivesShortUntilSomebodySignsIn(
            @LocalServerPort int port, @Autowired Accounts accounts, @Autowired Sessions sessions) {
        accounts.add(new NewAccount("agent", "Agent", EnumSet.of(Role.AGENT), Set.of(), PASSWORD));
        var browser = new Browser(port);

        browser.open("/sign-in");
        assertThat(sessions.seconds(browser)).isEqualTo(5 * 60);

        browser.signIn("agent", "wrong");
        assertThat(sessions.seconds(browser)).isEqualTo(5 * 60);

        browser.signedIn("agent", PASSWORD);
        assertThat(sessions.seconds(browser)).isEqualTo(90 * 60);
    }

    /** The sessions there are, by the id they have now. */
    static class Sessions implements HttpSessionListener {

        private final Map<HttpSession, Boolean> all = new ConcurrentHashMap<>();

        @Override
        public void sessionCreated(HttpSessionEvent event) {
            all.put(event.getSession(), true);
        }

        int seconds(Browser browser) {
            return all.keySet().stream()
                    .filter(session -> session.getId().equals(browser.session()))
                    .findFirst()
                    .orElseThrow()
                    .getMaxInactiveInterval();
        }
    }

    @TestConfiguration
    static class Watched {
        @Bean
        Sessions sessions() {
            return new Sessions();
        }
    }
}
