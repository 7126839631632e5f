package org.tandem.engine.rest.search;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tandem.testing.PostgresCluster;

/** The same on PostgreSQL. */
class PostgresSearchTest extends SearchTest {

    @Override
    DataSource database() {
        return new DriverManagerDataSource(
                PostgresCluster.shared().newDatabase(), PostgresCluster.USER, PostgresCluster.PASSWORD);
    }
}
