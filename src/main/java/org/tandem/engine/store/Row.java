package org.tandem.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The row that a query stands at. */
final class Row {

    private final ResultSet found;

    Row(ResultSet found) {
        this.found = found;
    }

    /** 0 where the database has null. */
    long number(String column) {
        try {
            return found.getLong(column);
        } catch (SQLException e) {
            throw unreadable(column, e);
        }
    }

    int count(String column) {
        return (int) number(column);
    }

    @Nullable
    String optional(String column) {
        try {
            return found.getString(column);
        } catch (SQLException e) {
            throw unreadable(column, e);
        }
    }

    String text(String column) {
        return Objects.requireNonNull(optional(column), column);
    }

    <T extends Enum<T>> T code(Class<T> type, String column) {
        return Enum.valueOf(type, text(column));
    }

    <T> T detail(Class<T> type) {
        return Details.read(optional("detail"), type);
    }

    private static StoreException unreadable(String column, SQLException e) {
        return new StoreException(
                "The engine's database cannot be read, column %s: %s".formatted(column, e.getMessage()), e);
    }
}
