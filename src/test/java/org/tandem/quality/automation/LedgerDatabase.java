package org.tandem.quality.automation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.testing.TablesInMemory;

/** An empty database with the tables of Tandem. */
final class LedgerDatabase {

    private LedgerDatabase() {}

    static JdbcClient empty() {
        return JdbcClient.create(TablesInMemory.create());
    }
}
