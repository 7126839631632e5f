package org.tandem.engine.store;

import com.zaxxer.hikari.HikariConfig;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** What the engine's databases have in common. */
final class Schema {

    private static final int READERS = 4;

    private Schema() {}

    static FluentConfiguration at(FluentConfiguration database) {
        return database.locations("classpath:db/engine").table("engine_schema_history");
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
