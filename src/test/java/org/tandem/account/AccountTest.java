package org.tandem.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.test.context.TestPropertySource;

@DataJpaTest
@TestPropertySource(properties = "spring.flyway.enabled=true")
class AccountTest {

    @Autowired
    private CustomerOrders orders;

    @Autowired
    private Payments payments;

    @Test
    void theSampleCustomerHasFactsAndNobodyElseHas() {
        var clock = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
        var sample = new SampleAccount(orders, payments, clock);

        sample.make();
        sample.make();

        var facts = new OrderFacts(orders, payments);
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
