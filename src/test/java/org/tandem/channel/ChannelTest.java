package org.tandem.channel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;

/** The channel and the inquiries behind it on a real server, without an engine. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(
        module = "channel",
        mode = BootstrapMode.DIRECT_DEPENDENCIES,
        webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:channel;DB_CLOSE_DELAY=-1",
            "spring.jpa.hibernate.ddl-auto=validate",
            "spring.jpa.open-in-view=false",
            "spring.mvc.problemdetails.enabled=false",
            "springdoc.swagger-ui.path=/api/docs",
            "springdoc.api-docs.path=/api/openapi",
            "tandem.access-key=dGhpcyBpcyBhIHNlY3JldCBmb3IgdGhlIHRlc3RzISE=",
            "tandem.intake-limit.times=${tandem.test.intake-limit:0}",
            "management.server.port=0",
            "camunda.client.enabled=false"
        })
@interface ChannelTest {}
