package org.tandem.staff.accounts;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.staff.LeftTheDesk;
import org.tandem.staff.Role;
import org.tandem.staff.StaffMember;

/** All accounts of the staff. Somebody who leads can always sign in, for nobody else could let anybody in. */
@Service
public class Accounts {

    private final AccountRepository repository;
    private final TransactionTemplate transactions;
    private final FailedTries tries;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final String company;

    Accounts(
            AccountRepository repository,
            PlatformTransactionManager manager,
            FailedTries tries,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${tandem.company:Alderpay}") String company) {
        this.repository = repository;
        this.transactions = new TransactionTemplate(manager);
        this.tries = tries;
        this.events = events;
        this.clock = clock;
        this.company = company;
    }

    /**
     * Who has this name and password. The answer and the time it takes are the same for a name that does not exist, a wrong password, and
     * any password of an account that is locked or switched off: it tells neither who works here nor that a guess was right.
     *
     * @param address where it was typed
     */
    public Optional<AccountPrincipal> signIn(String typed, String password, String address) {
        var name = NewAccount.tidy(typed);
        var mayTry = tries.mayTry(name, address);
        var hash = repository.findPasswordHash(name).filter(known -> mayTry);
        if (!Passwords.matches(password, hash.orElse(Passwords.OF_NOBODY)) || hash.isEmpty()) {
            return Optional.empty();
        }
        var principal =
                write(() -> repository.findById(name).filter(Account::enabled).map(Account::principal));
        principal.ifPresent(known -> tries.succeeded(name, address));
        return principal;
    }

    /** As they are now; nobody, if they may not be signed in any more. */
    public Optional<AccountPrincipal> stillSignedIn(AccountPrincipal principal) {
        return write(() -> repository.findById(principal.getName()))
                .filter(Account::enabled)
                .map(Account::principal)
                .filter(current -> current.passwordSetAt().equals(principal.passwordSetAt()));
    }

    public List<AccountView> all() {
        var locks = tries.locks();
        return write(() -> repository.findAllByOrderByName().stream()
                .map(account -> account.view(locks))
                .toList());
    }

    public Optional<AccountView> find(String name) {
        return write(() -> repository.findById(NewAccount.tidy(name)).map(account -> account.view(tries.locks())));
    }

    public void add(NewAccount asked) {
        add(asked, false);
    }

    void add(NewAccount asked, boolean sample) {
        var flaws = asked.flaws(company);
        if (repository.existsById(asked.name())) {
            flaws.putIfAbsent("name", exists(asked.name()));
        }
        refuse(flaws);
        var hash = Passwords.hash(asked.password());
        try {
            write(() -> repository.save(new Account(asked.member(), hash, sample, now())));
        } catch (DataIntegrityViolationException e) {
            throw new AccountRefused("name", exists(asked.name()));
        }
    }

    public void change(String name, String displayName, Set<Role> roles, Set<String> groups) {
        refuse(NewAccount.flaws(displayName.strip(), roles, groups));
        act(name, account -> account.is(displayName.strip(), roles, groups));
    }

    public void switchOff(String name) {
        act(name, Account::switchOff);
    }

    public void switchOn(String name) {
        act(name, Account::switchOn);
        tries.forget(NewAccount.tidy(name));
    }

    /** Gives a new password, forgets failed tries, and ends the sessions that began with the one before. */
    public AccountPrincipal setPassword(String name, String password) {
        Passwords.flaw(password, member(name), company).ifPresent(flaw -> {
            throw new AccountRefused("password", flaw);
        });
        var hash = Passwords.hash(password);
        var principal = act(name, account -> account.setPassword(hash, now()));
        tries.forget(principal.getName());
        return principal;
    }

    /** By oneself, who knows the one before. */
    public AccountPrincipal changePassword(String name, String current, String password, String address) {
        if (signIn(name, current, address).isEmpty()) {
            throw new AccountRefused(
                    "current", "This is not your password, or there were too many failed tries; then wait a while.");
        }
        return setPassword(name, password);
    }

    boolean hasPassword(String name, String password) {
        return write(() -> repository.findById(name).map(Account::passwordHash))
                .filter(hash -> Passwords.matches(password, hash))
                .isPresent();
    }

    /** Sample people are let in where they belong only. */
    void allowSamples(boolean allowed) {
        write(() -> {
            repository.findBySampleTrue().forEach(allowed ? Account::switchOn : Account::switchOff);
            return allowed;
        });
    }

    private AccountPrincipal act(String name, Consumer<Account> action) {
        return write(() -> {
            var all = repository.findAllToChange();
            var account = all.stream()
                    .filter(one -> one.name().equals(NewAccount.tidy(name)))
                    .findFirst()
                    .orElseThrow(() -> unknown(name));
            var led = account.isLead();
            var worked = account.worksAtTheDesk();
            action.accept(account);
            if (led && all.stream().noneMatch(Account::isLead)) {
                throw new AccountRefused(
                        "roles", "Somebody has to be lead and able to sign in: give another person that role first.");
            }
            if (worked && !account.worksAtTheDesk()) {
                events.publishEvent(new LeftTheDesk(account.name()));
            }
            return account.principal();
        });
    }

    private StaffMember member(String name) {
        return find(name).map(AccountView::member).orElseThrow(() -> unknown(name));
    }

    private static AccountRefused unknown(String name) {
        return new AccountRefused("name", "There is no account '%s'.".formatted(name));
    }

    private static void refuse(Map<String, String> flaws) {
        if (!flaws.isEmpty()) {
            throw new AccountRefused(flaws);
        }
    }

    private static String exists(String name) {
        return "There is an account '%s' already; choose another name.".formatted(name);
    }

    @SuppressWarnings("NullAway") // what the work returns is what the template returns
    private <T> T write(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }

    /** As precise as every database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
