package org.tandem.staff.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.FilterChain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.tandem.staff.Authorities;
import org.tandem.staff.Role;
import org.tandem.staff.SignInWays;
import org.tandem.staff.StaffMember;
import org.tandem.staff.StaffSettings;
import org.tandem.staff.accounts.AccountPrincipal;
import org.tandem.staff.accounts.Accounts;

class StillSignedInTest {

    private final Accounts accounts = mock(Accounts.class);
    private final SignInWays ways = mock(SignInWays.class);
    private final MockHttpSession session = new MockHttpSession();

    @AfterEach
    void nobodyIsSignedIn() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aSessionOfAnAccountEndsWhenAccountsAreSwitchedOff() throws Exception {
        var somebody = new AccountPrincipal(
                new StaffMember("amira", "Amira", Set.of(Role.AGENT), Set.of()), Instant.parse("2026-11-24T12:00:00Z"));
        when(accounts.stillSignedIn(any())).thenReturn(Optional.of(somebody));

        when(ways.accounts()).thenReturn(true);
        assertThat(askedBy(somebody)).isNotNull();

        when(ways.accounts()).thenReturn(false);
        assertThat(askedBy(somebody)).isNull();
        assertThat(session.isInvalid()).isTrue();
    }

    /** Whoever is signed in after the filter. */
    private @Nullable Authentication askedBy(AccountPrincipal principal) throws Exception {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        principal, null, Authorities.of(principal.member())));
        var request = new MockHttpServletRequest("GET", "/desk");
        request.setSession(session);
        FilterChain chain = (asked, answer) -> {};
        new StillSignedIn(
                        new SignedInNow(accounts, ways, mock(StaffSettings.class), Clock.systemUTC()),
                        Duration.ofHours(12),
                        Clock.systemUTC())
                .doFilter(request, new MockHttpServletResponse(), chain);
        return SecurityContextHolder.getContext().getAuthentication();
    }
}
