package org.tandem.quality;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.tandem.disk.DatabaseAlone;
import org.tandem.disk.ForcedCommits;

/** The application's database for a command that only reads it: without the rest of the application, and configured as that is. */
public final class CommandDatabase {

    private static final String URL = "spring.datasource.url";
    private static final String ONLY_IF_THERE = ";IFEXISTS=TRUE";

    private CommandDatabase() {}

    /**
     * @param settings of the application, as on its command line
     * @param parts what the work needs besides the database
     * @throws NotThere if the database cannot be read
     */
    public static <T> T with(
            List<String> settings, Consumer<GenericApplicationContext> parts, Function<ApplicationContext, T> work) {
        ApplicationContextInitializer<GenericApplicationContext> prepared = context -> {
            makeNone(context);
            parts.accept(context);
        };
        try (var application =
                DatabaseAlone.with(Database.class).initializers(prepared).run(settings.toArray(String[]::new))) {
            return work.apply(application);
        } catch (DataAccessException e) {
            throw new NotThere(reason(e));
        }
    }

    /** H2 would make a database that is not there. */
    private static void makeNone(GenericApplicationContext context) {
        var environment = context.getEnvironment();
        var url = environment.getProperty(URL, "");
        if (url.startsWith("jdbc:h2:file:") && !url.contains("IFEXISTS")) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("only if there", Map.of(URL, url + ONLY_IF_THERE)));
        }
    }

    private static String reason(DataAccessException failure) {
        var reasons = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .toList();
        if (reasons.stream().anyMatch(reason -> reason.contains("may be already in use"))) {
            return "Tandem is running and has its database for itself. Stop it first, or use its pages under /quality.";
        }
        if (reasons.stream().anyMatch(reason -> reason.contains("IFEXISTS=true"))) {
            return "There is no database where it would be (--spring.datasource.url=... says where it is).";
        }
        return failure instanceof CannotGetJdbcConnectionException
                ? "The database cannot be used: %s".formatted(reasons.getLast())
                : "The database is not one of this version of Tandem: %s".formatted(reasons.getLast());
    }

    /** The database cannot be read; says why. */
    public static final class NotThere extends RuntimeException {

        private static final long serialVersionUID = 1L;

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
    @Import(ForcedCommits.class)
    static final class Database {}
}
