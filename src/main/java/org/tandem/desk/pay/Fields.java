package org.tandem.desk.pay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a file that people write; what is wrong about its fields is noted with the field, what is there and what would be right. */
record Fields(String where, JsonNode node, List<String> flaws) {

    private static final String AMOUNT = "an amount that is not negative, such as 3.20";

    /** A field with another name is a typing mistake. */
    void only(Set<String> known) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                flaws.add("%s has a field \"%s\", which there is not; there are: %s."
                        .formatted(
                                where,
                                name,
                                String.join(", ", known.stream().sorted().toList())));
            }
        });
    }

    Fields inner(String name) {
        return new Fields("%s, %s".formatted(where, name), node.path(name), flaws);
    }

    /** The items of a list, each with its place in it. */
    List<Fields> items(String name, String right) {
        var items = node.path(name);
        if (!items.isArray() || items.isEmpty()) {
            flaws.add("%s has no %s: it needs %s.".formatted(where, name, right));
            return List.of();
        }
        var all = new ArrayList<Fields>();
        items.forEach(item -> all.add(new Fields("%s, %s %d".formatted(where, name, all.size() + 1), item, flaws)));
        return all;
    }

    @Nullable
    String optional(String name) {
        var text = node.path(name).asText("").strip();
        return text.isEmpty() ? null : text;
    }

    @Nullable
    String text(String name) {
        var text = optional(name);
        if (text == null) {
            flaws.add("%s has no %s.".formatted(where, name));
        }
        return text;
    }

    <T> @Nullable T parsed(String name, String right, Function<String, T> parse) {
        var text = text(name);
        try {
            return text == null ? null : parse.apply(text);
        } catch (DateTimeException | IllegalArgumentException misfit) {
            flaw(name, text, right);
            return null;
        }
    }

    @Nullable
    Currency currency() {
        var currency = parsed("currency", "a code of ISO 4217 such as EUR", Currency::getInstance);
        if (currency != null && currency.getDefaultFractionDigits() < 0) {
            flaw("currency", currency, "a currency that people are paid in, such as EUR");
            return null;
        }
        return currency;
    }

    @Nullable
    Money money(String name, Currency currency) {
        var amount = node.path(name);
        if (amount.isMissingNode() || amount.isNull()) {
            flaws.add("%s has no %s: it needs %s.".formatted(where, name, AMOUNT));
            return null;
        }
        if (!amount.isNumber() || amount.decimalValue().signum() < 0) {
            flaw(name, amount.asText(), AMOUNT);
            return null;
        }
        try {
            var money = Money.of(amount.decimalValue(), currency);
            if (money.isTooMuchAtOnce()) {
                flaw(name, amount.decimalValue(), "at most " + Money.mostAtOnce(currency));
                return null;
            }
            return money;
        } catch (IllegalArgumentException e) {
            flaws.add("%s: %s is wrong: %s.".formatted(where, name, e.getMessage()));
            return null;
        }
    }

    void flaw(String name, @Nullable Object value, String right) {
        flaws.add("%s: %s is %s, but it has to be %s.".formatted(where, name, value, right));
    }
}
