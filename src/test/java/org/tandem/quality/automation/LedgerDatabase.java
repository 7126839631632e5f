package org.tandem.quality.automation;

import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An empty database with the tables of Tandem. */
final class LedgerDatabase {

    private LedgerDatabase() {}

    static JdbcClient empty() {
        var pool = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        Flyway.configure().dataSource(pool).load().migrate();
        return JdbcClient.create(pool);
    }
}
