package org.tandem.engine.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandem.engine.state.Entity;

/**
 * How entities of a kind are written to a table and read from it.
 *
 * @param active the query for what an engine loads at its start; null when there is nothing
 */
record Table<E extends Entity>(
        String name,
        Class<E> kind,
        List<Column<E>> columns,
        @Nullable String active,
        Function<Row, E> reader) {

    /** What is written when an entity has changed. */
    List<Column<E>> changing() {
        return columns.stream().filter(Column::changes).toList();
    }

    String columnNames() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    Column<E> id() {
        return columns.getFirst();
    }

    /** The entity as one of this table's. */
    E cast(Entity entity) {
        return kind.cast(entity);
    }

    static <E extends Entity> Builder<E> of(Class<E> kind, String name) {
        return new Builder<>(kind, name);
    }

    /** Columns in the order of the table: first those that never change, then, after {@link #changing}, those that do. */
    static final class Builder<E extends Entity> {
        private final Class<E> kind;
        private final String name;
        private final List<Column<E>> columns = new ArrayList<>();
        private boolean changing;
        private @Nullable String active;

        private Builder(Class<E> kind, String name) {
            this.kind = kind;
            this.name = name;
            number("id", Entity::key);
        }

        Builder<E> number(String column, ToLongFunction<E> value) {
            return add(column, Column.Type.BIGINT, value::applyAsLong);
        }

        /** A key or a time: 0 is none, and null in the database. */
        Builder<E> optional(String column, ToLongFunction<E> value) {
            return add(column, Column.Type.BIGINT, e -> {
                var number = value.applyAsLong(e);
                return number == 0 ? null : number;
            });
        }

        Builder<E> count(String column, ToIntFunction<E> value) {
            return add(column, Column.Type.INTEGER, value::applyAsInt);
        }

        Builder<E> text(String column, Function<E, @Nullable String> value) {
            return add(column, Column.Type.TEXT, value::apply);
        }

        Builder<E> code(String column, Function<E, ? extends Enum<?>> value) {
            return add(column, Column.Type.TEXT, e -> value.apply(e).name());
        }

        /** What only the engine reads, as JSON. */
        Builder<E> detail(Function<E, Object> value) {
            return add("detail", Column.Type.TEXT, e -> Details.write(value.apply(e)));
        }

        Builder<E> changing() {
            changing = true;
            return this;
        }

        Builder<E> active(String query) {
            active = query;
            return this;
        }

        Builder<E> activeWhere(String condition) {
            return active("select t.* from %s t where %s".formatted(name, condition));
        }

        /** Of what belongs to process instances that have not ended. */
        Builder<E> activeInInstancesWhere(String condition) {
            return active("select t.* from process_instance p join %s t on t.process_instance = p.id".formatted(name)
                    + " where p.ended_at is null and " + condition);
        }

        Table<E> read(Function<Row, E> reader) {
            return new Table<>(name, kind, List.copyOf(columns), active, reader);
        }

        private Builder<E> add(String column, Column.Type type, Function<E, @Nullable Object> value) {
            columns.add(new Column<>(column, type, value, changing));
            return this;
        }
    }
}
