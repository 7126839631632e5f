package org.tandem.staff.accounts;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.tandem.disk.DatabaseAlone;
import org.tandem.staff.StaffSettings;

/** The accounts without the rest of the application, configured as that is. */
public final class AccountsDatabase {

    private AccountsDatabase() {}

    /** @param settings of the application, as on its command line */
    public static void add(NewAccount account, List<String> settings) {
        var flaws = account.flaws("");
        if (!flaws.isEmpty()) {
            throw new AccountRefused(flaws);
        }
        try (var application = DatabaseAlone.with(Parts.class).run(settings.toArray(String[]::new))) {
            application.getBean(Accounts.class).add(account);
        } catch (AccountRefused refused) {
            throw refused;
        } catch (RuntimeException e) {
            throw new NotThere(reason(e));
        }
    }

    private static String reason(Throwable failure) {
        var reasons = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .toList();
        return reasons.stream().anyMatch(reason -> reason.contains("may be already in use"))
                ? "Tandem is running and has its database for itself. Add people on its page /staff, or stop it first."
                : "The database cannot be used: %s".formatted(reasons.getLast());
    }

    /** The database cannot be used; says why. */
    public static final class NotThere extends RuntimeException {
        NotThere(String message) {
            super(message);
        }
    }

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JpaRepositoriesAutoConfiguration.class
    })
    @EnableConfigurationProperties(StaffSettings.class)
    @EnableJpaRepositories(basePackageClasses = AccountRepository.class)
    @EntityScan(basePackageClasses = Account.class)
    @Import({Accounts.class, FailedTries.class})
    static final class Parts {}
}
