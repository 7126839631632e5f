package org.tandem.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** Money a customer paid for an order. */
@Entity
@Table(name = "account_payment")
class Payment {

    @Id
    private UUID id = UUID.randomUUID();

    private String customerKey;
    private String orderNumber;
    private String currency;
    private BigDecimal amount;
    private LocalDate paidOn;

    @SuppressWarnings("NullAway.Init")
    protected Payment() {}

    Payment(String customerKey, String orderNumber, String currency, BigDecimal amount, LocalDate paidOn) {
        this.customerKey = customerKey;
        this.orderNumber = orderNumber;
        this.currency = currency;
        this.amount = amount;
        this.paidOn = paidOn;
    }

    String currency() {
        return currency;
    }

    BigDecimal amount() {
        return amount;
    }

    LocalDate paidOn() {
        return paidOn;
    }
}
