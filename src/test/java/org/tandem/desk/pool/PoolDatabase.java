package org.tandem.desk.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.tandem.testing.PostgresCluster;

/** The pool's tables, alone in a database of their own. */
enum PoolDatabase {
    H2 {
        @Override
        DataSource open() {
            return new DriverManagerDataSource("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()));
        }
    },
    POSTGRES {
        @Override
        DataSource open() {
            var pool = new HikariConfig();
            pool.setJdbcUrl(PostgresCluster.shared().newDatabase());
            pool.setUsername(PostgresCluster.USER);
            pool.setPassword(PostgresCluster.PASSWORD);
            pool.setMaximumPoolSize(8);
            pool.setMinimumIdle(0);
            return new HikariDataSource(pool);
        }
    };

    abstract DataSource open();

    DataSource create() {
        var source = open();
        try {
            var scripts = new PathMatchingResourcePatternResolver()
                    .getResources("classpath:db/migration/V{pool:17.*|27__.*|34__.*|37__.*}.sql");
            Arrays.sort(
                    scripts,
                    Comparator.comparing(
                            script -> String.valueOf(script.getFilename()).replaceFirst("__.*", "")));
            new ResourceDatabasePopulator(scripts).execute(source);
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
