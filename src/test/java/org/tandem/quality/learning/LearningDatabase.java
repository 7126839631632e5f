package org.tandem.quality.learning;

import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** An empty database with all tables. */
final class LearningDatabase {

    private final JdbcConnectionPool pool =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");

    LearningDatabase() {
        Flyway.configure().dataSource(pool).load().migrate();
    }

    JdbcClient client() {
        return JdbcClient.create(pool);
    }

    PlatformTransactionManager transactions() {
        return new JdbcTransactionManager(pool);
    }

    static JdbcClient empty() {
        return new LearningDatabase().client();
    }
}
