package org.tandem.staff.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.tandem.staff.Role;
import org.tandem.staff.StaffMember;
import org.tandem.staff.StaffSettings;

class ChangePasswordTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final AccountRepository repository = mock(AccountRepository.class);
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Accounts accounts = new Accounts(
            repository,
            mock(PlatformTransactionManager.class),
            new FailedTries(
                    new Binder(new MapConfigurationPropertySource()).bindOrCreate("tandem.staff", StaffSettings.class),
                    clock),
            event -> {},
            clock,
            "Example Inc.");

    @Test
    void somebodyWhoseAccountIsSwitchedOffMeanwhileHasTheNewPasswordNevertheless() {
        var member = new StaffMember("amira", "Amira", Set.of(Role.AGENT), Set.of("care"));
        var account =
                new Account(member, Passwords.hash("plum under the bridge"), false, NOW.minus(Duration.ofDays(1)));
        when(repository.findPasswordHash("amira")).thenReturn(Optional.of(account.passwordHash()));
        when(repository.findById("amira")).thenReturn(Optional.of(account));
        when(repository.findAllToChange()).thenAnswer(afterTheOldPassword -> {
            account.switchOff();
            return List.of(account);
        });

        var principal = accounts.changePassword("amira", "plum under the bridge", "another one of theirs", "192.0.2.1");

        assertThat(principal).isEqualTo(new AccountPrincipal(member, NOW));
        assertThat(Passwords.matches("another one of theirs", account.passwordHash()))
                .isTrue();
    }
}
