package org.tandem.desk.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;
import org.tandem.desk.ReviewedAnswers;
import org.tandem.desk.pay.SecondOpinions;

/** The desk with the inquiries and the staff behind it, and an engine that tests can play with. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(
        module = "desk",
        mode = BootstrapMode.DIRECT_DEPENDENCIES,
        extraIncludes = {"staff", "limits", "disk"})
@AutoConfigureMockMvc
@Import(DeskTest.Engine.class)
@TestPropertySource(
        properties = {
            "spring.datasource.url=${tandem.test.database:jdbc:h2:mem:desk;DB_CLOSE_DELAY=-1}",
            "spring.jpa.hibernate.ddl-auto=validate",
            "spring.jpa.open-in-view=false",
            "tandem.access-key=dGhpcyBpcyBhIHNlY3JldCBmb3IgdGhlIHRlc3RzISE=",
            "tandem.assistant.enabled=false",
            "tandem.desk.take-back=0s",
            "camunda.client.enabled=false"
        })
public @interface DeskTest {

    /** Instead of the engine. */
    @TestConfiguration
    class Engine {

        @Bean
        FakeTasks tasks() {
            return new FakeTasks();
        }

        @Bean
        ReviewedAnswers reviewedAnswers() {
            return new ReviewedAnswers() {
                @Override
                public List<Said> of(String agent, int most) {
                    var noon = Instant.parse("2026-03-02T12:00:00Z");
                    return agent.equals("anna")
                            ? List.of(new Said("TA-2000-0002", noon, noon, "Wrong", "=<b>14</b> days"))
                            : List.of();
                }

                @Override
                public List<String> people() {
                    return List.of("anna");
                }
            };
        }

        @Bean
        SecondOpinions opinions() {
            return (reviewer, from, to) -> reviewer.equals("anna")
                    ? List.of(new SecondOpinions.Opinion("TA-2000-0001", true, false, "It takes 14 days."))
                    : List.of();
        }
    }
}
