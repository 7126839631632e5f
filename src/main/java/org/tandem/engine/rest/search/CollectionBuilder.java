package org.tandem.engine.rest.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Declares a collection. Every field is in the items and can be filtered by, unless it is said otherwise. */
final class CollectionBuilder {
    private final String what;
    private final String from;
    private final String key;
    private final String id;
    private final Map<String, String> joins = new LinkedHashMap<>();
    private final Map<String, String> definitions = new LinkedHashMap<>();
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, Field> all = new LinkedHashMap<>();
    private final Map<String, Condition> filters = new LinkedHashMap<>();
    private String base = Sql.ALL;
    private BiFunction<Reading, JsonNode, Optional<Sql>> hint = (reading, filter) -> Optional.empty();
    private BiConsumer<Reading, List<ObjectNode>> finish = (reading, items) -> {};
    private @Nullable Field last;

    CollectionBuilder(String what, String from, String key, String id) {
        this.what = what;
        this.from = from;
        this.key = key;
        this.id = id;
    }

    /** Only rows for which this holds are items. */
    CollectionBuilder base(String condition) {
        base = condition;
        return this;
    }

    /** Joins are declared so that each only needs those before it. The alias must not be the end of another one. */
    CollectionBuilder join(String alias, String join) {
        joins.put(alias, join);
        return this;
    }

    /** Joins definitions, which are few: conditions about them become conditions about their keys. */
    CollectionBuilder joinDefinition(String alias, String key) {
        definitions.put(alias, key);
        return join(alias, "join definition %1$s on %1$s.id = %2$s".formatted(alias, key));
    }

    CollectionBuilder key(String name, String sql) {
        return add(name, Field.Kind.KEY, sql);
    }

    CollectionBuilder text(String name, String sql) {
        return add(name, Field.Kind.TEXT, sql);
    }

    CollectionBuilder number(String name, String sql) {
        return add(name, Field.Kind.INTEGER, sql);
    }

    CollectionBuilder date(String name, String sql) {
        return add(name, Field.Kind.DATE, sql);
    }

    CollectionBuilder flag(String name, String sql) {
        return add(name, Field.Kind.FLAG, sql);
    }

    CollectionBuilder texts(String name, String sql) {
        return add(name, Field.Kind.TEXTS, sql);
    }

    CollectionBuilder json(String name, String sql) {
        add(name, Field.Kind.JSON, sql);
        return onlyShown();
    }

    CollectionBuilder value(String name, String sql) {
        return add(name, Field.Kind.VALUE, sql);
    }

    /** One of some words, each with the condition for it, or with none if the column just has the word. */
    CollectionBuilder choice(String name, String sql, Choices choices) {
        return put(new Field(name, Field.Kind.CHOICE, r -> Sql.of(sql), false, choices.conditions(), null, null));
    }

    CollectionBuilder computed(String name, Field.Kind kind, Function<Reading, Sql> sql) {
        return put(new Field(name, kind, sql, false, null, null, null));
    }

    private CollectionBuilder add(String name, Field.Kind kind, String sql) {
        return put(new Field(name, kind, r -> Sql.of(sql), false, null, null, null));
    }

    private CollectionBuilder put(Field field) {
        fields.put(field.name(), field);
        all.put(field.name(), field);
        filters.put(field.name(), Condition.of(field));
        last = field;
        return this;
    }

    /** The last field can be null. */
    CollectionBuilder optional() {
        var field = Objects.requireNonNull(last);
        return put(new Field(
                field.name(), field.kind(), field.expression(), true, field.choices(), field.order(), field.within()));
    }

    /**
     * The last field, a time at which the item came to be, is sorted by its key: keys grow with the time, and the tables are sorted by
     * them.
     */
    CollectionBuilder inOrderOfKeys() {
        var field = Objects.requireNonNull(last);
        return put(new Field(field.name(), field.kind(), field.expression(), false, null, id, null));
    }

    /** The last field is about things that belong to the item. */
    CollectionBuilder within(String things) {
        var field = Objects.requireNonNull(last);
        put(new Field(field.name(), field.kind(), field.expression(), false, field.choices(), field.order(), things));
        return onlyFiltered();
    }

    /** The last field is in the items and cannot be filtered by. */
    CollectionBuilder onlyShown() {
        filters.remove(Objects.requireNonNull(last).name());
        return this;
    }

    /** The last field is not in the items. */
    CollectionBuilder onlyFiltered() {
        fields.remove(Objects.requireNonNull(last).name());
        return this;
    }

    /** The last field is shown as something else than it is searched. */
    CollectionBuilder shownAs(Field.Kind kind, String sql) {
        var name = Objects.requireNonNull(last).name();
        fields.put(name, new Field(name, kind, r -> Sql.of(sql), true, null, null, null));
        return this;
    }

    CollectionBuilder tenant() {
        return text("tenantId", "cast('<default>' as varchar)");
    }

    CollectionBuilder filter(String name, Condition condition) {
        filters.put(name, condition);
        return this;
    }

    /** What follows from the whole filter and makes the search faster. */
    CollectionBuilder hint(BiFunction<Reading, JsonNode, Optional<Sql>> what) {
        hint = what;
        return this;
    }

    CollectionBuilder finish(BiConsumer<Reading, List<ObjectNode>> then) {
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
                what,
                from,
                base,
                joins,
                definitions,
                key,
                id,
                fields,
                filters,
                new TreeSet<>(List.of(names)),
                all,
                hint,
                finish);
    }
}
