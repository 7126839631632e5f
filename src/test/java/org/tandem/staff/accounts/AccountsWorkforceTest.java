package org.tandem.staff.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tandem.staff.Role;
import org.tandem.staff.SignInWays;
import org.tandem.staff.StaffMember;

/** Accounts tell who works at the desk, unless people can sign in another way. */
class AccountsWorkforceTest {

    private final AccountRepository repository = mock();
    private final SignInWays ways = mock();
    private final AccountsWorkforce workforce = new AccountsWorkforce(repository, ways);

    @Test
    void agentsAndLeadsWhoseAccountIsOnWorkAtTheDesk() {
        when(ways.accounts()).thenReturn(true);
        var off = account("eva", Role.AGENT);
        off.switchOff();
        when(repository.findAllByOrderByName())
                .thenReturn(List.of(
                        account("amira", Role.AGENT), account("ben", Role.LEAD), account("chen", Role.OPERATOR), off));

        assertThat(workforce.people()).containsExactly("amira", "ben");
        assertThat(workforce.flaw("amira")).isEmpty();
        assertThat(workforce.flaw("chen"))
                .contains("The name \"chen\" is nobody who works at the desk. There are: amira, ben.");
    }

    @Test
    void whoeverIsOfAnOrganisationIsNotKnownHere() {
        when(ways.accounts()).thenReturn(true);
        when(ways.providers()).thenReturn(List.of(new SignInWays.Provider("Our organisation", "/oauth2")));
        when(repository.findAllByOrderByName()).thenReturn(List.of(account("amira", Role.AGENT)));

        assertThat(workforce.people()).isEmpty();
        assertThat(workforce.flaw("somebody")).isEmpty();
    }

    private static Account account(String name, Role role) {
        return new Account(new StaffMember(name, name, Set.of(role), Set.of()), "hash", false, Instant.EPOCH);
    }
}
