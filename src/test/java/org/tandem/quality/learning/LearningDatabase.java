package org.tandem.quality.learning;

import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.tandem.testing.TablesInMemory;

/** An empty database with all tables. */
final class LearningDatabase {

    private final JdbcConnectionPool pool = TablesInMemory.create();

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
