package org.tandem.inquiry;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;

/** The case file with its database, and nothing else. */
@ApplicationModuleTest
@TestPropertySource(
        properties = {
            // the same on PostgreSQL: -Dtandem.test.database=jdbc:postgresql://...
            "spring.datasource.url=${tandem.test.database:jdbc:h2:mem:inquiries;DB_CLOSE_DELAY=-1}",
            "spring.datasource.hikari.maximum-pool-size=12",
            "spring.jpa.hibernate.ddl-auto=validate",
            "spring.jpa.open-in-view=false",
            "spring.jpa.properties.hibernate.generate_statistics=true",
            "tandem.access-key=dGhpcyBpcyBhIHNlY3JldCBmb3IgdGhlIHRlc3RzISE=",
            "camunda.client.enabled=false"
        })
@Retention(RetentionPolicy.RUNTIME)
@interface InquiryModuleTest {}
