package org.tandem.staff.accounts;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.staff.SignInWays;
import org.tandem.staff.Workforce;

/** Accounts say who does not work at the desk only where there is no other way to sign in by the same name. */
@Component
class AccountsWorkforce implements Workforce {

    private final AccountRepository repository;
    private final SignInWays ways;

    AccountsWorkforce(AccountRepository repository, SignInWays ways) {
        this.repository = repository;
        this.ways = ways;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isGone(String name) {
        return accountsSayIt()
                && repository
                        .findById(NewAccount.tidy(name))
                        .filter(account -> !account.worksAtTheDesk())
                        .isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> gone() {
        return accountsSayIt()
                ? repository.findAllByOrderByName().stream()
                        .filter(account -> !account.worksAtTheDesk())
                        .map(Account::name)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> people() {
        return accountsSayIt()
                ? repository.findAllByOrderByName().stream()
                        .filter(Account::worksAtTheDesk)
                        .map(Account::name)
                        .toList()
                : List.of();
    }

    private boolean accountsSayIt() {
        return ways.accounts() && ways.providers().isEmpty();
    }
}
