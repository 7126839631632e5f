package org.tandem.engine.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandem.engine.state.Entity;

/** One JDBC batch for each table and kind of change, of statements that stay prepared: the fastest where a statement is a call. */
final class BatchWriter implements GroupWriter {

    private record Sql(String insert, String update, String delete) {}

    private static final Map<Table<?>, Sql> SQL =
            Tables.ALL.stream().collect(Collectors.toMap(table -> table, BatchWriter::sql));

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    BatchWriter(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void write(Group group) throws SQLException {
        if (group.purged()) {
            for (var table : Tables.PURGED) {
                prepared("delete from " + table.name()).executeUpdate();
            }
        }
        for (var part : group.parts()) {
            write(part);
        }
    }

    private <E extends Entity> void write(Part<E> part) throws SQLException {
        var table = part.table();
        var sql = Objects.requireNonNull(SQL.get(table));
        write(sql.insert, part.inserts(), table.columns(), false);
        if (!table.changing().isEmpty()) {
            write(sql.update, part.updates(), table.changing(), true);
        }
        if (!part.deletes().isEmpty()) {
            var statement = prepared(sql.delete);
            for (var key : part.deletes()) {
                statement.setLong(1, key);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private <E extends Entity> void write(String sql, List<E> entities, List<Column<E>> columns, boolean withKey)
            throws SQLException {
        if (entities.isEmpty()) {
            return;
        }
        var statement = prepared(sql);
        for (var entity : entities) {
            var place = 1;
            for (var column : columns) {
                set(statement, place++, column.type(), column.value().apply(entity));
            }
            if (withKey) {
                statement.setLong(place, entity.key());
            }
            statement.addBatch();
        }
        statement.executeBatch();
    }

    private static void set(PreparedStatement statement, int place, Column.Type type, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case null -> statement.setNull(place, type == Column.Type.TEXT ? Types.VARCHAR : Types.BIGINT);
            case Long number -> statement.setLong(place, number);
            case Integer number -> statement.setInt(place, number);
            default -> statement.setString(place, (String) value);
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        var statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }

    private static <E extends Entity> Sql sql(Table<E> table) {
        var places = Collections.nCopies(table.columns().size(), "?");
        return new Sql(
                "insert into %s (%s) values (%s)"
                        .formatted(table.name(), table.columnNames(), String.join(", ", places)),
                "update %s set %s where id = ?"
                        .formatted(
                                table.name(),
                                table.changing().stream()
                                        .map(column -> column.name() + " = ?")
                                        .collect(Collectors.joining(", "))),
                "delete from %s where id = ?".formatted(table.name()));
    }
}
