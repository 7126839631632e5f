package org.tandem.account;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives the one customer of the sample company who has an account two orders and a payment, made anew at each start so that the
 * days stay near. {@code tandem.account.sample=false} does without.
 */
@Component
@ConditionalOnProperty(name = "tandem.account.sample", havingValue = "true", matchIfMissing = true)
class SampleAccount {

    static final String CUSTOMER = "sample@customer.example";

    private final CustomerOrders orders;
    private final Payments payments;
    private final Clock clock;

    SampleAccount(CustomerOrders orders, Payments payments, Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.clock = clock;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    public void make() {
        var today = LocalDate.now(clock);
        orders.deleteByCustomerKey(CUSTOMER);
        payments.deleteByCustomerKey(CUSTOMER);
        orders.save(order("A-20417", "Northwind Shoes", "59.90", "29.95", today.plusDays(9)));
        orders.save(order("A-20388", "Fjord Furniture", "240.00", "80.00", today.plusDays(23)));
        payments.save(new Payment(CUSTOMER, "A-20417", "EUR", new BigDecimal("29.95"), today.minusDays(21)));
    }

    private static CustomerOrder order(String number, String shop, String owed, String next, LocalDate due) {
        return new CustomerOrder(CUSTOMER, number, shop, "EUR", new BigDecimal(owed), new BigDecimal(next), due);
    }
}
