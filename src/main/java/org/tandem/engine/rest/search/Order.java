package org.tandem.engine.rest.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tandem.engine.rest.http.Body;

/** How a search is sorted: by some fields, missing values last, and then by key, so that every item has its place. */
record Order(List<Criterion> criteria) {

    private static final String DEFINITION = "pi.definition";
    private static final String START = "pi.started_at";

    record Criterion(Field field, Sql sql, boolean descending) {}

    static Order of(Collection collection, Reading reading, List<Body> sort) {
        var criteria = new ArrayList<Criterion>();
        for (var one : sort) {
            var name = one.optionalText("field");
            var order = one.textOr("order", "ASC").toUpperCase(Locale.ROOT);
            one.end();
            if (name == null) {
                continue;
            }
            if (!collection.sorts().contains(name)) {
                throw one.wrong(
                        "field",
                        Objects.requireNonNull(one.get("field")),
                        "one of " + String.join(", ", collection.sorts()));
            }
            if (!order.equals("ASC") && !order.equals("DESC")) {
                throw one.wrong("order", Objects.requireNonNull(one.get("order")), "ASC or DESC");
            }
            var field = Objects.requireNonNull(collection.sortable().get(name));
            criteria.add(new Criterion(field, ordering(field, reading), order.equals("DESC")));
        }
        var key = new Field("key", Field.Kind.KEY, r -> Sql.of(collection.id()), false, null, null, null);
        // named twice, it is more than H2 can sort by an index
        if (criteria.stream().noneMatch(one -> one.sql().text().equals(collection.id()))) {
            criteria.add(new Criterion(key, key.sql(reading), false));
        }
        return new Order(criteria);
    }

    private static Sql ordering(Field field, Reading reading) {
        return field.order() == null ? field.sql(reading) : Sql.of(field.order());
    }

    /** The part after ORDER BY; where all that is found has one definition, an index by definition and start sorts it. */
    Sql within(Sql where, boolean backwards) {
        var first = criteria.getFirst();
        var oneDefinition =
                where.text().contains(DEFINITION + " = ?") && !where.text().contains(" or ");
        return oneDefinition && first.sql().text().equals(START)
                ? Sql.of(DEFINITION + (first.descending() == backwards ? ", " : " desc, "))
                        .add(sql(backwards))
                : sql(backwards);
    }

    /** The part after ORDER BY. */
    Sql sql(boolean backwards) {
        var sql = new Sql();
        for (var one : criteria) {
            sql.add(sql.text().isEmpty() ? "" : ", ")
                    .add(one.sql())
                    .add(one.descending() == backwards ? "" : " desc")
                    .add(!one.field().optional() ? "" : backwards ? " nulls first" : " nulls last");
        }
        return sql;
    }

    /** What comes strictly after (or before) the item with these values. */
    Sql beyond(List<@Nullable Object> values, boolean backwards) {
        List<Sql> alternatives = IntStream.range(0, criteria.size())
                .mapToObj(last -> {
                    var parts = new ArrayList<Sql>();
                    for (int i = 0; i < last; i++) {
                        parts.add(same(criteria.get(i), values.get(i)));
                    }
                    parts.add(beyond(criteria.get(last), values.get(last), backwards));
                    return Sql.and(parts);
                })
                .collect(Collectors.toList());
        return Sql.or(alternatives);
    }

    private static Sql same(Criterion one, @Nullable Object value) {
        return value == null
                ? new Sql().add(one.sql()).add(" is null")
                : new Sql().add(one.sql()).add(" = ?", value);
    }

    private static Sql beyond(Criterion one, @Nullable Object value, boolean backwards) {
        if (value == null) {
            return backwards ? new Sql().add(one.sql()).add(" is not null") : Sql.of("1 = 0");
        }
        var further = new Sql().add(one.sql()).add(one.descending() == backwards ? " > ?" : " < ?", value);
        return one.field().optional() && !backwards
                ? Sql.or(List.of(further, new Sql().add(one.sql()).add(" is null")))
                : further;
    }
}
