package org.tandem.quality.automation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far everything, each topic and each model is open, and how it came to be. */
@Repository("automationStandings")
class Standings {

    private final JdbcClient database;

    Standings(JdbcClient database) {
        this.database = database;
    }

    Optional<Standing> find(Subject subject) {
        return database.sql("select * from automation_state where kind = ? and subject = ?")
                .params(subject.kind().name(), subject.id())
                .query(Standings::standing)
                .optional();
    }

    /** Everything first, then topics and models by name. */
    List<Standing> all() {
        return database.sql("select * from automation_state order by kind, subject")
                .query(Standings::standing)
                .list();
    }

    void put(Standing standing) {
        var subject = standing.subject();
        int updated = database.sql("""
                        update automation_state set mode = ?, share = ?, since = ?, done_by = ?, reason = ?
                        where kind = ? and subject = ?
                        """)
                .params(
                        standing.mode().name(),
                        standing.share(),
                        Timestamp.from(standing.since()),
                        standing.by(),
                        standing.reason(),
                        subject.kind().name(),
                        subject.id())
                .update();
        if (updated == 0) {
            database.sql("""
                            insert into automation_state (mode, share, since, done_by, reason, kind, subject)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            standing.mode().name(),
                            standing.share(),
                            Timestamp.from(standing.since()),
                            standing.by(),
                            standing.reason(),
                            subject.kind().name(),
                            subject.id())
                    .update();
        }
    }

    void note(UUID eventId, Standing from, Standing to) {
        database.sql("""
                        insert into automation_change (event_id, kind, subject, from_mode, from_share, to_mode, to_share, at, done_by, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        eventId,
                        to.subject().kind().name(),
                        to.subject().id(),
                        from.mode().name(),
                        from.share(),
                        to.mode().name(),
                        to.share(),
                        Timestamp.from(to.since()),
                        to.by(),
                        to.reason())
                .update();
    }

    /** The newest first. */
    List<Change> history(int most) {
        return database.sql("select * from automation_change order by position desc limit ?")
                .param(most)
                .query(Standings::change)
                .list();
    }

    /** When a person has last reopened it; what was before tells nothing any more. */
    Instant reopened(Subject subject) {
        return database.sql(
                        "select max(at) as at from automation_change where kind = ? and subject = ? and from_mode = 'SHUT' and to_mode <> 'SHUT'")
                .params(subject.kind().name(), subject.id())
                .query((row, number) -> row.getTimestamp("at"))
                .optional()
                .map(Timestamp::toInstant)
                .orElse(Instant.EPOCH);
    }

    /** When the guardrail has last shut everything: what had been promised until then did not hold. Long ago if it never has. */
    Instant disproved() {
        return database.sql("""
                        select max(at) as at from automation_change
                        where kind = 'ALL' and from_mode <> 'SHUT' and to_mode = 'SHUT' and done_by = ?
                        """)
                .param(Standing.BY_GUARDRAIL)
                .query((row, number) -> row.getTimestamp("at"))
                .optional()
                .map(Timestamp::toInstant)
                .orElse(Instant.EPOCH);
    }

    /** How the guardrail has shut it last. */
    Optional<UUID> shutByGuardrail(Subject subject) {
        return database.sql("""
                        select event_id from automation_change
                        where kind = ? and subject = ? and to_mode = 'SHUT' and done_by = ?
                        order by position desc limit 1
                        """)
                .params(subject.kind().name(), subject.id(), Standing.BY_GUARDRAIL)
                .query(UUID.class)
                .optional();
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        return new Standing(
                subject(row),
                Mode.valueOf(row.getString("mode")),
                row.getDouble("share"),
                instant(row, "since"),
                row.getString("done_by"),
                row.getString("reason"));
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        var at = instant(row, "at");
        var by = row.getString("done_by");
        var reason = row.getString("reason");
        return new Change(
                at,
                subject(row),
                new Standing(
                        subject(row),
                        Mode.valueOf(row.getString("from_mode")),
                        row.getDouble("from_share"),
                        at,
                        by,
                        reason),
                new Standing(
                        subject(row),
                        Mode.valueOf(row.getString("to_mode")),
                        row.getDouble("to_share"),
                        at,
                        by,
                        reason));
    }

    private static Subject subject(ResultSet row) throws SQLException {
        return new Subject(Subject.Kind.valueOf(row.getString("kind")), row.getString("subject"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
