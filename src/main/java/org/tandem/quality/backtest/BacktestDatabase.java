package org.tandem.quality.backtest;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.tandem.assistant.StoredModels;
import org.tandem.policy.ModelPolicy;

/** The backtest without the rest of the application, configured as that is. It reads the database and never changes it. */
final class BacktestDatabase {

    private BacktestDatabase() {}

    /**
     * @param settings of the application, as on its command line
     * @throws NotThere if the database cannot be read
     */
    static <T> T with(ModelPolicy policy, List<String> settings, Function<Backtest, T> work) {
        ApplicationContextInitializer<GenericApplicationContext> parts = context -> {
            context.registerBean(Clock.class, Clock::systemUTC);
            context.registerBean(ModelPolicy.class, () -> policy);
        };
        try (var application = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .initializers(parts)
                .properties(Map.of(
                        "camunda.client.enabled", "false",
                        "spring.main.banner-mode", "off",
                        "logging.level.root", "OFF",
                        "spring.datasource.hikari.maximum-pool-size", "2"))
                .run(settings.toArray(String[]::new))) {
            return work.apply(application.getBean(Backtest.class));
        } catch (DataAccessException e) {
            throw new NotThere(reason(e));
        }
    }

    private static String reason(DataAccessException failure) {
        var reasons = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .toList();
        if (reasons.stream().anyMatch(reason -> reason.contains("may be already in use"))) {
            return "Tandem is running and has its database for itself. Use its page /quality/what-if, or stop it"
                    + " first.";
        }
        return failure instanceof CannotGetJdbcConnectionException
                ? "The database cannot be used: %s".formatted(reasons.getLast())
                : "The database is not one of this version of Tandem: %s".formatted(reasons.getLast());
    }

    /** The database cannot be read; says why. */
    static final class NotThere extends RuntimeException {
        NotThere(String message) {
            super(message);
        }
    }

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    @Import({
        Backtest.class,
        History.class,
        LedgerLabels.class,
        HandlingTime.class,
        CustomerTexts.class,
        StoredModels.class
    })
    static final class Parts {}
}
