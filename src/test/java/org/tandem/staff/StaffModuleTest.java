package org.tandem.staff;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;

/** The staff's pages on a real server, without the rest, at a time that tests set. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(
        module = "staff",
        mode = BootstrapMode.DIRECT_DEPENDENCIES,
        webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(SetClock.Configuration.class)
@TestPropertySource(
        properties = {
            // the same on PostgreSQL: -Dtandem.test.database=jdbc:postgresql://...
            "spring.datasource.url=${tandem.test.database:jdbc:h2:mem:staff;DB_CLOSE_DELAY=-1}",
            "spring.jpa.hibernate.ddl-auto=validate",
            "spring.jpa.open-in-view=false",
            "server.forward-headers-strategy=native",
            "management.server.port=0",
            "tandem.staff.sign-in-limit.times=0",
            "camunda.client.enabled=false"
        })
public @interface StaffModuleTest {}
