package org.tandem.desk.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tandem.desk.board.Theme.Status;

/** Themes of product feedback. */
@Repository("feedbackThemes")
class Themes {

    private final JdbcClient database;
    private final Clock clock;

    Themes(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    UUID add(String area, String name) {
        var id = UUID.randomUUID();
        var now = Timestamp.from(clock.instant());
        database.sql("""
                        insert into feedback_theme
                            (id, area, name, named, status, found_at, changed_at, changed_by, announced)
                        values (?, ?, ?, false, ?, ?, ?, 'Tandem', false)
                        """).params(id, area, name, Status.NEW.name(), now, now).update();
        return id;
    }

    Optional<Theme> find(UUID id) {
        return find(id, "");
    }

    /** Nobody else changes it until the end of the transaction. */
    Optional<Theme> lock(UUID id) {
        return find(id, "for update");
    }

    /** Those that were not merged into others. */
    List<Theme> all() {
        return database.sql("select * from feedback_theme where merged_into is null order by lower(name), id")
                .query(Themes::read)
                .list();
    }

    /** The how manieth of its area it is, from 1. */
    int numberInArea(Theme theme) {
        var found = Timestamp.from(theme.foundAt());
        return database.sql("""
                        select count(*) from feedback_theme
                        where area = ? and (found_at < ? or found_at = ? and id <= ?)
                        """)
                .params(theme.area(), found, found, theme.id())
                .query(Integer.class)
                .single();
    }

    void rename(UUID id, String name, String by) {
        change(id, "name = :value, named = true", name, by);
    }

    void become(UUID id, Status status, String by) {
        change(id, "status = :value", status.name(), by);
    }

    void mergedInto(UUID id, UUID other, String by) {
        change(id, "merged_into = :value", other, by);
    }

    void announced(UUID id) {
        database.sql("update feedback_theme set announced = true where id = ?")
                .param(id)
                .update();
    }

    private void change(UUID id, String what, Object value, String by) {
        database.sql("update feedback_theme set %s, changed_by = :by, changed_at = :now where id = :id".formatted(what))
                .param("value", value)
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    private Optional<Theme> find(UUID id, String lock) {
        return database.sql("select * from feedback_theme where id = ? " + lock)
                .param(id)
                .query(Themes::read)
                .optional();
    }

    private static Theme read(ResultSet row, int number) throws SQLException {
        return new Theme(
                row.getObject("id", UUID.class),
                row.getString("area"),
                row.getString("name"),
                row.getBoolean("named"),
                Status.valueOf(row.getString("status")),
                row.getTimestamp("found_at").toInstant(),
                row.getString("changed_by"),
                row.getBoolean("announced"),
                row.getObject("merged_into", UUID.class));
    }
}
