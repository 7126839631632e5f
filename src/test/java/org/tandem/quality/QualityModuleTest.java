package org.tandem.quality;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;
import org.tandem.policy.ModelPolicy;
import org.tandem.process.EngineContract;

/** The pages of quality with the database and who is signed in, without the rest. All tests with it share one application and database. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(
        module = "quality",
        extraIncludes = {"staff", "disk", "limits", "inquiry", "policy", "privacy", "assistant"})
@AutoConfigureMockMvc
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:quality;DB_CLOSE_DELAY=-1",
            "spring.jpa.hibernate.ddl-auto=validate",
            "spring.jpa.open-in-view=false",
            "tandem.access-key=dGhpcyBpcyBhIHNlY3JldCBmb3IgdGhlIHRlc3RzISE=",
            "tandem.assistant.enabled=false",
            "camunda.client.enabled=false"
        })
@Import(QualityModuleTest.Policy.class)
public @interface QualityModuleTest {

    /** The rules for models, which the module process gives to the application. */
    @TestConfiguration(proxyBeanMethods = false)
    class Policy {

        @Bean
        ModelPolicy modelPolicy() {
            return new ModelPolicy(EngineContract.capabilities());
        }
    }
}
