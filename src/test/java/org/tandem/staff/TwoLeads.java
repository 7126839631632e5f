package org.tandem.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.tandem.staff.accounts.AccountRefused;
import org.tandem.staff.accounts.AccountView;
import org.tandem.staff.accounts.Accounts;
import org.tandem.staff.accounts.NewAccount;

/** Two leads, the only ones, who take the role from each other. */
public final class TwoLeads {

    private static final Predicate<AccountView> LEADS =
            account -> account.enabled() && account.member().is(Role.LEAD);

    private TwoLeads() {}

    /** One is done and the other refused, whatever the database. */
    public static void takeTheRoleFromEachOtherAtOnce(Accounts accounts) throws InterruptedException {
        var one = lead(accounts);
        var other = lead(accounts);
        accounts.all().stream()
                .filter(LEADS)
                .map(account -> account.member().name())
                .filter(name -> !Set.of(one, other).contains(name))
                .forEach(accounts::switchOff);
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var done = threads.invokeAll(List.<Callable<Boolean>>of(
                    () -> isDone(together, () -> accounts.switchOff(one)),
                    () -> isDone(together, () -> accounts.change(other, "Somebody", Set.of(Role.AGENT), Set.of()))));

            assertThat(done.stream().map(Future::resultNow)).containsExactlyInAnyOrder(true, false);
        }
        assertThat(accounts.all().stream().filter(LEADS)).hasSize(1);
    }

    private static boolean isDone(CyclicBarrier together, Runnable action) throws Exception {
        together.await();
        try {
            action.run();
            return true;
        } catch (AccountRefused refused) {
            return false;
        }
    }

    private static String lead(Accounts accounts) {
        var name = "l" + UUID.randomUUID().toString().substring(0, 8);
        accounts.add(new NewAccount(name, "Somebody", Set.of(Role.LEAD), Set.of(), "plum under the bridge"));
        return name;
    }
}
