package org.tandem.engine.rest.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.tandem.engine.rest.http.Problem;

/** One reading of the committed data. */
final class Reading {

    /** Makes something of the row that a query stands at. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet found) throws SQLException;
    }

    private static final int LONGEST_SECONDS = 10;

    private final Connection connection;
    private final ElementNames names;

    private Reading(Connection connection, ElementNames names) {
        this.connection = connection;
        this.names = names;
    }

    static <T> T of(DataSource data, ElementNames names, java.util.function.Function<Reading, T> what) {
        try (var connection = data.getConnection()) {
            return what.apply(new Reading(connection, names));
        } catch (SQLException e) {
            throw new IllegalStateException("The engine's database cannot be read: " + e.getMessage(), e);
        }
    }

    ElementNames names() {
        return names;
    }

    <T> List<T> list(Sql query, Row<T> row) {
        try (var statement = connection.prepareStatement(query.text())) {
            statement.setQueryTimeout(LONGEST_SECONDS);
            bind(statement, query.values());
            try (var found = statement.executeQuery()) {
                var rows = new ArrayList<T>();
                while (found.next()) {
                    rows.add(row.read(found));
                }
                return rows;
            }
        } catch (SQLTimeoutException e) {
            throw Problem.of(
                    503,
                    "RESOURCE_EXHAUSTED",
                    "The search took more than %d seconds; a filter by key, state or date makes it faster."
                            .formatted(LONGEST_SECONDS));
        } catch (SQLException e) {
            throw new IllegalStateException("The engine's database cannot answer: " + e.getMessage(), e);
        }
    }

    long number(Sql query) {
        return list(query, found -> found.getLong(1)).getFirst();
    }

    private void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            switch (values.get(i)) {
                case Long number -> statement.setLong(i + 1, number);
                case Integer number -> statement.setInt(i + 1, number);
                case Boolean flag -> statement.setBoolean(i + 1, flag);
                case String text -> statement.setString(i + 1, text);
                default -> throw new IllegalArgumentException(String.valueOf(values.get(i)));
            }
        }
    }
}
