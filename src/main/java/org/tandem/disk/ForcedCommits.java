package org.tandem.disk;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the application tells a customer is on the disk, also on the database that it brings itself. */
@Configuration(proxyBeanMethods = false)
class ForcedCommits {

    @Bean
    static BeanPostProcessor forcedToTheDisk() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool
                        && pool.getJdbcUrl() != null
                        && pool.getJdbcUrl().startsWith(DatabaseFile.PREFIX)) {
                    pool.setJdbcUrl(DatabaseFile.of(pool.getJdbcUrl()).url());
                    return new ForcedDataSource(pool, DatabaseFile::force);
                }
                return bean;
            }
        };
    }
}
