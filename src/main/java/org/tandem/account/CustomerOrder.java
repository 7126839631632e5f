package org.tandem.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something bought and not necessarily paid yet; without a due date nothing is left to pay. */
@Entity
@Table(name = "account_order")
class CustomerOrder {

    @Id
    private UUID id = UUID.randomUUID();

    private String customerKey;
    private String number;
    private String shop;
    private String currency;
    private BigDecimal stillOwed;
    private @Nullable BigDecimal nextAmount;
    private @Nullable LocalDate dueDate;

    @SuppressWarnings("NullAway.Init")
    protected CustomerOrder() {}

    CustomerOrder(
            String customerKey,
            String number,
            String shop,
            String currency,
            BigDecimal stillOwed,
            @Nullable BigDecimal nextAmount,
            @Nullable LocalDate dueDate) {
        this.customerKey = customerKey;
        this.number = number;
        this.shop = shop;
        this.currency = currency;
        this.stillOwed = stillOwed;
        this.nextAmount = nextAmount;
        this.dueDate = dueDate;
    }

    String number() {
        return number;
    }

    String shop() {
        return shop;
    }

    String currency() {
        return currency;
    }

    BigDecimal stillOwed() {
        return stillOwed;
    }

    @Nullable
    BigDecimal nextAmount() {
        return nextAmount;
    }

    @Nullable
    LocalDate dueDate() {
        return dueDate;
    }
}
