package org.tandem.desk.pay;

import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tandem.desk.pay.Ledger.Sum;

/**
 * What entries come to in one currency, by their type.
 *
 * @param entries how many pieces of work were paid
 */
record Totals(Currency currency, int entries, Map<Entry.Type, Money> byType) {

    /** For each currency, by its code. */
    static List<Totals> of(List<Sum> sums) {
        var all = new TreeMap<String, Totals>();
        for (var sum : sums) {
            var currency = sum.total().currency();
            all.computeIfAbsent(
                    currency.getCurrencyCode(), code -> new Totals(currency, 0, new EnumMap<>(Entry.Type.class)));
            all.computeIfPresent(currency.getCurrencyCode(), (code, before) -> before.with(sum));
        }
        return List.copyOf(all.values());
    }

    private Totals with(Sum sum) {
        byType.merge(sum.type(), sum.total(), Money::plus);
        return new Totals(currency, entries + (sum.type() == Entry.Type.EARNED ? sum.entries() : 0), byType);
    }

    private Money of(Entry.Type type) {
        return byType.getOrDefault(type, Money.zero(currency));
    }

    public Money earned() {
        return of(Entry.Type.EARNED);
    }

    public Money bonus() {
        return of(Entry.Type.BONUS);
    }

    public Money corrections() {
        return of(Entry.Type.CORRECTION);
    }

    /** Without corrections, which need not be about the same time. */
    public Money forWork() {
        return earned().plus(bonus());
    }

    public Money total() {
        return forWork().plus(corrections());
    }
}
