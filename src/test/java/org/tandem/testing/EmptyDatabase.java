package org.tandem.testing;

import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** A database with all tables of the application and nothing in them, without Spring. */
public final class EmptyDatabase {

    private final DataSource source;
    private final JdbcClient client;
    private final PlatformTransactionManager transactions;

    private EmptyDatabase(DataSource source) {
        Flyway.configure().dataSource(source).load().migrate();
        this.source = source;
        this.client = JdbcClient.create(source);
        this.transactions = new JdbcTransactionManager(source);
    }

    public static EmptyDatabase h2() {
        return new EmptyDatabase(
                JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
    }

    public static EmptyDatabase postgres() {
        return new EmptyDatabase(new DriverManagerDataSource(
                PostgresCluster.shared().newDatabase(), PostgresCluster.USER, PostgresCluster.PASSWORD));
    }

    public DataSource source() {
        return source;
    }

    public JdbcClient client() {
        return client;
    }

    public PlatformTransactionManager transactions() {
        return transactions;
    }
}
