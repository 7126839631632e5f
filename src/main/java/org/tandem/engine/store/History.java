package org.tandem.engine.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Deletes what ended long ago. */
final class History {

    private static final String ENDED = """
            select id from process_instance where parent_instance is null and ended_at < ?
            order by ended_at fetch first ? rows only""";
    private static final String CALLED = "select id from process_instance where parent_instance = any(?)";
    private static final List<String> OLD_MESSAGES_AND_DECISIONS = List.of("""
            delete from message where id in
            (select id from message where expired_at < ? order by expired_at fetch first ? rows only)""", """
            delete from decision_instance where id in
            (select id from decision_instance where process_instance is null and evaluated_at < ?
            order by evaluated_at fetch first ? rows only)""");
    private static final List<String> BELONGING = List.of(
            "element_instance",
            "variable",
            "job",
            "user_task",
            "assignment",
            "incident",
            "subscription",
            "correlation",
            "decision_instance");

    private History() {}

    static long delete(Connection connection, long endedBefore, int atMost) throws SQLException {
        var deleted = deleteInstances(connection, instances(connection, endedBefore, atMost));
        for (var sql : OLD_MESSAGES_AND_DECISIONS) {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setLong(1, endedBefore);
                statement.setInt(2, atMost);
                deleted += statement.executeUpdate();
            }
        }
        return deleted;
    }

    /** Those that nobody called, and what they called: all of that ended before them. */
    private static List<Long> instances(Connection connection, long endedBefore, int atMost) throws SQLException {
        var all = new ArrayList<Long>();
        var found = new ArrayList<Long>();
        try (var statement = connection.prepareStatement(ENDED)) {
            statement.setLong(1, endedBefore);
            statement.setInt(2, atMost);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
        }
        while (!found.isEmpty()) {
            all.addAll(found);
            try (var statement = connection.prepareStatement(CALLED)) {
                statement.setArray(1, connection.createArrayOf("int8", found.toArray()));
                found.clear();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(rows.getLong(1));
                    }
                }
            }
        }
        return all;
    }

    private static long deleteInstances(Connection connection, List<Long> keys) throws SQLException {
        if (keys.isEmpty()) {
            return 0;
        }
        var array = connection.createArrayOf("int8", keys.toArray());
        for (var table : BELONGING) {
            try (var statement =
                    connection.prepareStatement("delete from %s where process_instance = any(?)".formatted(table))) {
                statement.setArray(1, array);
                statement.executeUpdate();
            }
        }
        try (var statement = connection.prepareStatement("delete from process_instance where id = any(?)")) {
            statement.setArray(1, array);
            return statement.executeUpdate();
        }
    }
}
