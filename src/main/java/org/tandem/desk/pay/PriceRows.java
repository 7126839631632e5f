package org.tandem.desk.pay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.desk.pay.PaidWork.Kind;
import org.tandem.desk.pay.RateCard.Hours;
import org.tandem.desk.pay.RateCard.Row;

/** The prices of a rate card: a row for each kind of work at least, no two for the same, and each with a price for all hours. */
final class PriceRows {

    private static final String KINDS =
            Arrays.stream(Kind.values()).map(Kind::key).collect(Collectors.joining(", "));

    private PriceRows() {}

    static List<Row> read(Fields card, Currency currency, List<Hours> hours) {
        var names = hours.stream().map(Hours::name).collect(Collectors.toCollection(LinkedHashSet::new));
        var rows = new ArrayList<Row>();
        var complete = true;
        for (var fields : card.items("prices", "a row for each of " + KINDS)) {
            var row = row(fields, currency, names);
            if (row == null) {
                complete = false;
            } else {
                rows.add(row);
            }
        }
        if (complete && !rows.isEmpty()) {
            check(card, rows);
        }
        return rows;
    }

    private static @Nullable Row row(Fields fields, Currency currency, Set<String> hours) {
        fields.only(Stream.concat(Stream.of("kind", "skill", "language"), hours.stream())
                .collect(Collectors.toSet()));
        var kind = fields.parsed("kind", "one of " + KINDS, PriceRows::kind);
        var prices = new LinkedHashMap<String, Money>();
        for (var name : hours) {
            var price = fields.money(name, currency);
            if (price != null) {
                prices.put(name, price);
            }
        }
        return kind == null || prices.size() < hours.size()
                ? null
                : new Row(kind, fields.optional("skill"), fields.optional("language"), prices);
    }

    private static Kind kind(String key) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key));
    }

    private static void check(Fields card, List<Row> rows) {
        var seen = new HashSet<String>();
        rows.stream()
                .map(Row::inWords)
                .filter(words -> !seen.add(words))
                .forEach(words -> card.flaws()
                        .add("%s has two rows for \"%s\": keep the one that counts.".formatted(card.where(), words)));
        for (var kind : Kind.values()) {
            if (kind.orElse() == kind && rows.stream().noneMatch(row -> row.kind() == kind && row.detail() == 0)) {
                card.flaws()
                        .add("%s has no price for %s without a skill and a language: add a row \"kind: %s\"."
                                .formatted(card.where(), kind.key(), kind.key()));
            }
        }
    }
}
