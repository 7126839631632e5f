package org.tandem.disk;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** What the application tells a customer is on the disk and is found there, also in the database that it brings itself. */
@Configuration(proxyBeanMethods = false)
public class ForcedCommits {

    @Bean
    static BeanPostProcessor forcedToTheDisk() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool
                        && pool.getJdbcUrl() != null
                        && pool.getJdbcUrl().startsWith(DatabaseFile.PREFIX)) {
                    return forced(pool, DatabaseFile.of(pool.getJdbcUrl()));
                }
                return bean;
            }
        };
    }

    private static DataSource forced(HikariDataSource pool, DatabaseFile file) {
        try {
            file.recover();
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException(
                    "The database %s cannot be opened: %s".formatted(file.name(), e.getMessage()), e);
        }
        pool.setJdbcUrl(file.url());
        return new ForcedDataSource(pool, DatabaseFile::force);
    }
}
