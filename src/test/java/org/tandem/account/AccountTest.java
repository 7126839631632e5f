package org.tandem.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;
import org.tandem.assistant.AccountFacts;

/** The module with the assistant it serves, which learns nothing here. */
@ApplicationModuleTest(BootstrapMode.DIRECT_DEPENDENCIES)
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:account",
            "tandem.assistant.knowledge=classpath:/no-knowledge/",
            "camunda.client.enabled=false"
        })
class AccountTest {

    @Autowired
    private AccountFacts facts;

    @Autowired
    private SampleAccount sample;

    @TestConfiguration
    static class OneDay {
        @Bean
        @Primary
        Clock clockOfTheDay() {
            return Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
        }
    }

    @Test
    void theSampleCustomerHasFactsAndNobodyElseHas() {
        sample.make();

        assertThat(facts.of(SampleAccount.CUSTOMER))
                .containsEntry("order.number", "A-20417")
                .containsEntry("order.shop", "Northwind Shoes")
                .containsEntry("order.amount", "29.95 EUR")
                .containsEntry("order.dueDate", "3 December 2026")
                .containsEntry("account.owed", "299.90 EUR")
                .containsEntry("payment.lastDate", "3 November 2026")
                .containsEntry("payment.lastAmount", "29.95 EUR")
                .hasSize(7);
        assertThat(facts.of("someone.else@customer.example")).isEmpty();
    }
}
