package org.tandem.engine.rest.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be searched.
 *
 * @param what its items in plain words, for messages
 * @param from the table that has a row for each item
 * @param base what holds for all items
 * @param joins what else can be joined by its alias; every join finds at most one row, so those not needed are left out
 * @param key the field that identifies an item
 * @param id the column that orders items where nothing else does
 * @param fields what items have
 * @param filters what can be filtered by
 * @param sorts what can be sorted by
 * @param finish completes an item with what SQL cannot tell
 */
record Collection(
        String what,
        String from,
        String base,
        Map<String, String> joins,
        String key,
        String id,
        Map<String, Field> fields,
        Map<String, Condition> filters,
        Set<String> sorts,
        Map<String, Field> sortable,
        BiConsumer<Reading, ObjectNode> finish) {

    static Builder of(String what, String from, String key, String id) {
        return new Builder(what, from, key, id);
    }

    Field keyField() {
        return Objects.requireNonNull(fields.get(key));
    }

    /** The table and as many joins as a text with their aliases needs. */
    String from(String text) {
        var needed = new ArrayList<String>();
        var seen = new StringBuilder(text);
        var aliases = new ArrayList<>(joins.keySet());
        for (var alias : aliases.reversed()) {
            if (seen.indexOf(alias + ".") >= 0) {
                needed.addFirst(Objects.requireNonNull(joins.get(alias)));
                seen.append(joins.get(alias));
            }
        }
        return from + (needed.isEmpty() ? "" : " " + String.join(" ", needed));
    }

    /** Declares a collection. Every field is in the items and can be filtered by, unless it is said otherwise. */
    static final class Builder {
        private final String what;
        private final String from;
        private final String key;
        private final String id;
        private final Map<String, String> joins = new LinkedHashMap<>();
        private final Map<String, Field> fields = new LinkedHashMap<>();
        private final Map<String, Field> all = new LinkedHashMap<>();
        private final Map<String, Condition> filters = new LinkedHashMap<>();
        private String base = Sql.ALL;
        private BiConsumer<Reading, ObjectNode> finish = (reading, item) -> {};
        private @Nullable Field last;

        private Builder(String what, String from, String key, String id) {
            this.what = what;
            this.from = from;
            this.key = key;
            this.id = id;
        }

        /** Only rows for which this holds are items. */
        Builder base(String condition) {
            base = condition;
            return this;
        }

        /** Joins are declared so that each only needs those before it. The alias must not be the end of another one. */
        Builder join(String alias, String join) {
            joins.put(alias, join);
            return this;
        }

        Builder key(String name, String sql) {
            return add(name, Field.Kind.KEY, sql);
        }

        Builder text(String name, String sql) {
            return add(name, Field.Kind.TEXT, sql);
        }

        Builder number(String name, String sql) {
            return add(name, Field.Kind.INTEGER, sql);
        }

        Builder date(String name, String sql) {
            return add(name, Field.Kind.DATE, sql);
        }

        Builder flag(String name, String sql) {
            return add(name, Field.Kind.FLAG, sql);
        }

        Builder texts(String name, String sql) {
            return add(name, Field.Kind.TEXTS, sql);
        }

        Builder json(String name, String sql) {
            add(name, Field.Kind.JSON, sql);
            return onlyShown();
        }

        Builder value(String name, String sql) {
            return add(name, Field.Kind.VALUE, sql);
        }

        /** One of some words, each with the condition for it, or with none if the column just has the word. */
        Builder choice(String name, String sql, Choices choices) {
            return put(new Field(name, Field.Kind.CHOICE, r -> Sql.of(sql), false, choices.conditions(), null));
        }

        Builder computed(String name, Field.Kind kind, Function<Reading, Sql> sql) {
            return put(new Field(name, kind, sql, false, null, null));
        }

        private Builder add(String name, Field.Kind kind, String sql) {
            return put(new Field(name, kind, r -> Sql.of(sql), false, null, null));
        }

        private Builder put(Field field) {
            fields.put(field.name(), field);
            all.put(field.name(), field);
            filters.put(field.name(), Condition.of(field));
            last = field;
            return this;
        }

        /** The last field can be null. */
        Builder optional() {
            var field = Objects.requireNonNull(last);
            return put(
                    new Field(field.name(), field.kind(), field.expression(), true, field.choices(), field.within()));
        }

        /** The last field is about things that belong to the item. */
        Builder within(String things) {
            var field = Objects.requireNonNull(last);
            put(new Field(field.name(), field.kind(), field.expression(), false, field.choices(), things));
            return onlyFiltered();
        }

        /** The last field is in the items and cannot be filtered by. */
        Builder onlyShown() {
            filters.remove(Objects.requireNonNull(last).name());
            return this;
        }

        /** The last field is not in the items. */
        Builder onlyFiltered() {
            fields.remove(Objects.requireNonNull(last).name());
            return this;
        }

        /** The last field is shown as something else than it is searched. */
        Builder shownAs(Field.Kind kind, String sql) {
            var name = Objects.requireNonNull(last).name();
            fields.put(name, new Field(name, kind, r -> Sql.of(sql), true, null, null));
            return this;
        }

        Builder tenant() {
            return text("tenantId", "cast('<default>' as varchar)");
        }

        Builder filter(String name, Condition condition) {
            filters.put(name, condition);
            return this;
        }

        Builder finish(BiConsumer<Reading, ObjectNode> then) {
            finish = then;
            return this;
        }

        Collection sortedBy(String... names) {
            for (var name : names) {
                if (!Objects.requireNonNull(all.get(name), name).isSortable()) {
                    throw new IllegalArgumentException(name);
                }
            }
            return new Collection(
                    what, from, base, joins, key, id, fields, filters, new TreeSet<>(List.of(names)), all, finish);
        }
    }
}
