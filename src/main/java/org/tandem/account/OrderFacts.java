package org.tandem.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.assistant.AccountFacts;

/**
 * Facts from the orders and payments in the database; {@code order} is the one whose payment is due next. Only of the
 * sample: the help page believes whatever e-mail address is typed, so no true account may be told by it.
 */
@Service
@ConditionalOnProperty(name = "tandem.account.sample", havingValue = "true", matchIfMissing = true)
class OrderFacts implements AccountFacts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final CustomerOrders orders;
    private final Payments payments;

    OrderFacts(CustomerOrders orders, Payments payments) {
        this.orders = orders;
        this.payments = payments;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> of(String customerKey) {
        var facts = new HashMap<String, String>();
        var all = orders.findByCustomerKey(customerKey);
        all.stream()
                .filter(order -> order.dueDate() != null)
                .min(Comparator.comparing(order -> order.dueDate() == null ? LocalDate.MAX : order.dueDate()))
                .ifPresent(next -> addNext(next, facts));
        addOwed(all, facts);
        payments.findFirstByCustomerKeyOrderByPaidOnDesc(customerKey).ifPresent(last -> {
            facts.put("payment.lastDate", DAY.format(last.paidOn()));
            facts.put("payment.lastAmount", money(last.amount(), last.currency()));
        });
        return facts;
    }

    private static void addNext(CustomerOrder next, Map<String, String> facts) {
        facts.put("order.number", next.number());
        facts.put("order.shop", next.shop());
        var due = next.dueDate();
        if (due != null) {
            facts.put("order.dueDate", DAY.format(due));
        }
        var amount = next.nextAmount();
        if (amount != null) {
            facts.put("order.amount", money(amount, next.currency()));
        }
    }

    /** Amounts in several currencies have no sum. */
    private static void addOwed(List<CustomerOrder> all, Map<String, String> facts) {
        var currencies = all.stream().map(CustomerOrder::currency).distinct().toList();
        if (currencies.size() == 1) {
            var sum = all.stream().map(CustomerOrder::stillOwed).reduce(BigDecimal.ZERO, BigDecimal::add);
            facts.put("account.owed", money(sum, currencies.getFirst()));
        }
    }

    private static String money(BigDecimal amount, String currency) {
        return "%s %s".formatted(amount.setScale(2), currency);
    }
}
