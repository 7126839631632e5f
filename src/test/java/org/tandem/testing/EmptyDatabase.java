package org.tandem.testing;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
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
        this.source = source;
        this.client = JdbcClient.create(source);
        this.transactions = new JdbcTransactionManager(source);
    }

    public static EmptyDatabase h2() {
        return new EmptyDatabase(TablesInMemory.create());
    }

    public static EmptyDatabase postgres() {
        var source = new DriverManagerDataSource(
                PostgresCluster.shared().newDatabase(), PostgresCluster.USER, PostgresCluster.PASSWORD);
        Flyway.configure().dataSource(source).load().migrate();
        return new EmptyDatabase(source);
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
