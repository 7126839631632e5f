package org.tandem.testing;

import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tandem's tables in a new database in memory. They are migrated once for all tests of the JVM, and copied. */
public final class TablesInMemory {

    private static final String SCRIPT = script();

    private TablesInMemory() {}

    public static JdbcConnectionPool create() {
        var database = empty();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(SCRIPT);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }

    private static String script() {
        var database = empty();
        Flyway.configure().dataSource(database).load().migrate();
        return String.join(
                "\n",
                JdbcClient.create(database).sql("SCRIPT").query(String.class).list());
    }

    private static JdbcConnectionPool empty() {
        return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }
}
