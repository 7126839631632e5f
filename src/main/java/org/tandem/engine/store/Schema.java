package org.tandem.engine.store;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** What the engine's databases have in common. */
final class Schema {

    private static final int READERS = 4;
    private static final String FOLDER = "classpath:db/engine";

    /** All scripts in the folder, in their order. */
    static final List<String> SCRIPTS = List.of("V1__engine.sql");

    private Schema() {}

    static FluentConfiguration at(FluentConfiguration database) {
        return database.locations(FOLDER).table("engine_schema_history");
    }

    /** Without a history, for a database that will not outlive this program: looking for scripts takes longer than running them. */
    static void run(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var script : SCRIPTS) {
                statement.execute("runscript from '%s/%s'".formatted(FOLDER, script));
            }
        }
    }

    static HikariConfig pool(String url, String user, String password) {
        var pool = new HikariConfig();
        pool.setPoolName("engine-history");
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(READERS);
        pool.setMinimumIdle(1);
        pool.setReadOnly(true);
        return pool;
    }
}
