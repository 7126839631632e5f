package org.tandem.engine.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.engine.state.Entity;

/**
 * The whole group in one round trip: one statement for each table and kind of change, with an array for each column, and all of them
 * sent together. For PostgreSQL, where each round trip costs as much as the work itself.
 */
final class ArrayWriter implements GroupWriter {

    private static final int PREPARED_AT_MOST = 200;

    private record Sql(String insert, String update, String delete) {}

    private record Array(Column.Type type, @Nullable Object[] values) {}

    private static final Map<Table<?>, Sql> SQL =
            Tables.ALL.stream().collect(Collectors.toMap(table -> table, ArrayWriter::sql));

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>(16, .75f, true);

    ArrayWriter(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void write(Group group) throws SQLException {
        var statements = new ArrayList<String>();
        var arrays = new ArrayList<Array>();
        if (group.purged()) {
            Tables.PURGED.forEach(table -> statements.add("delete from " + table.name()));
        }
        group.parts().forEach(part -> add(part, statements, arrays));
        if (statements.isEmpty()) {
            return;
        }
        var statement = prepared(String.join(";", statements));
        var place = 1;
        for (var array : arrays) {
            statement.setArray(place++, connection.createArrayOf(array.type.element(), array.values));
        }
        statement.execute();
    }

    private static <E extends Entity> void add(Part<E> part, List<String> statements, List<Array> arrays) {
        var table = part.table();
        var sql = Objects.requireNonNull(SQL.get(table));
        if (!part.inserts().isEmpty()) {
            statements.add(sql.insert);
            table.columns().forEach(column -> arrays.add(array(column, part.inserts())));
        }
        if (!part.updates().isEmpty() && !table.changing().isEmpty()) {
            statements.add(sql.update);
            keyAndChanging(table).forEach(column -> arrays.add(array(column, part.updates())));
        }
        if (!part.deletes().isEmpty()) {
            statements.add(sql.delete);
            arrays.add(new Array(Column.Type.BIGINT, part.deletes().toArray()));
        }
    }

    private static <E extends Entity> Stream<Column<E>> keyAndChanging(Table<E> table) {
        return Stream.concat(Stream.of(table.id()), table.changing().stream());
    }

    private static <E extends Entity> Array array(Column<E> column, List<E> entities) {
        var values = column.type().array(entities.size());
        for (var i = 0; i < values.length; i++) {
            values[i] = allowed(column.value().apply(entities.get(i)));
        }
        return new Array(column.type(), values);
    }

    /** PostgreSQL keeps every character but this one. */
    private static @Nullable Object allowed(@Nullable Object value) {
        return value instanceof String text ? text.replace('\0', '\uFFFD') : value;
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        var statement = prepared.get(sql);
        if (statement == null) {
            if (prepared.size() == PREPARED_AT_MOST) {
                var eldest = prepared.entrySet().iterator();
                eldest.next().getValue().close();
                eldest.remove();
            }
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }

    private static <E extends Entity> Sql sql(Table<E> table) {
        return new Sql(
                "insert into %s (%s) select * from unnest(%s)"
                        .formatted(table.name(), table.columnNames(), places(table.columns().stream())),
                "update %s t set %s from unnest(%s) n (%s) where t.id = n.id"
                        .formatted(
                                table.name(),
                                table.changing().stream()
                                        .map(column -> "%1$s = n.%1$s".formatted(column.name()))
                                        .collect(Collectors.joining(", ")),
                                places(keyAndChanging(table)),
                                keyAndChanging(table).map(Column::name).collect(Collectors.joining(", "))),
                "delete from %s where id = any(?)".formatted(table.name()));
    }

    private static <E extends Entity> String places(Stream<Column<E>> columns) {
        return columns.map(column -> "?::%s[]".formatted(column.type().element()))
                .collect(Collectors.joining(", "));
    }
}
