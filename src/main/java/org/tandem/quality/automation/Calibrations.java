package org.tandem.quality.automation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tandem.assistant.classifier.Logistic;
import org.tandem.quality.automation.Calibration.Status;
import org.tandem.quality.calibration.Ladder;

/**
 * All versions of what can be promised on handled cases. At most one of a model and class is in use, and at most one proposed; none that was
 * made before the guardrail shut everything.
 */
@Repository
class Calibrations {

    private static final String WITH_SHUTTING = """
            select made.*, exists (
                select 1 from automation_change
                where kind = 'ALL' and from_mode <> 'SHUT' and to_mode = 'SHUT' and done_by = '%s' and at >= made.made_at) as disproved
            from quality_calibration made
            """.formatted(Standing.BY_GUARDRAIL);

    private final JdbcClient database;

    Calibrations(JdbcClient database) {
        this.database = database;
    }

    Optional<Calibration> find(String model, String topicClass, Status status) {
        return database.sql(WITH_SHUTTING + """
                        where model_version = ? and topic_class = ? and status = ? order by made_at desc limit 1
                        """)
                .params(model, topicClass, status.name())
                .query(Calibrations::read)
                .optional()
                .filter(found -> found.status() == status);
    }

    Optional<Calibration> find(UUID id) {
        return database.sql(WITH_SHUTTING + "where id = ?")
                .param(id)
                .query(Calibrations::read)
                .optional();
    }

    Optional<Calibration> newest(String model, String topicClass) {
        return database.sql(WITH_SHUTTING + """
                        where model_version = ? and topic_class = ? order by made_at desc limit 1
                        """)
                .params(model, topicClass)
                .query(Calibrations::read)
                .optional();
    }

    /** The newest first. */
    List<Calibration> history(int most) {
        return database.sql(WITH_SHUTTING + "order by made_at desc, topic_class limit ?")
                .param(most)
                .query(Calibrations::read)
                .list();
    }

    /** A new version retires what was proposed, and when it is in use what was in use. */
    void add(Calibration made) {
        retire(made, Status.PROPOSED);
        if (made.status() == Status.IN_USE) {
            retire(made, Status.IN_USE);
        }
        database.sql("""
                        insert into quality_calibration (id, made_at, model_version, topic_class, cases, confidence, weights, thresholds,
                            coverage, before_it, status, done_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        made.id(),
                        Timestamp.from(made.at()),
                        made.model(),
                        made.topicClass(),
                        made.cases(),
                        made.confidence(),
                        Numbers.text(made.ladder().chances().weights()),
                        Numbers.text(made.ladder().thresholds()),
                        made.coverage(),
                        made.before(),
                        made.status().name(),
                        made.by())
                .update();
    }

    void use(Calibration proposed, String by) {
        retire(proposed, Status.IN_USE);
        database.sql("update quality_calibration set status = 'IN_USE', done_by = ? where id = ?")
                .params(by, proposed.id())
                .update();
    }

    private void retire(Calibration other, Status status) {
        database.sql("""
                        update quality_calibration set status = 'RETIRED'
                        where model_version = ? and topic_class = ? and status = ?
                        """)
                .params(other.model(), other.topicClass(), status.name())
                .update();
    }

    private static Calibration read(ResultSet row, int number) throws SQLException {
        return new Calibration(
                row.getObject("id", UUID.class),
                row.getTimestamp("made_at").toInstant(),
                row.getString("model_version"),
                row.getString("topic_class"),
                row.getInt("cases"),
                row.getDouble("confidence"),
                new Ladder(Logistic.of(Numbers.of(row.getString("weights"))), Numbers.of(row.getString("thresholds"))),
                row.getDouble("coverage"),
                row.getDouble("before_it"),
                status(row),
                row.getString("done_by"));
    }

    private static Status status(ResultSet row) throws SQLException {
        var status = Status.valueOf(row.getString("status"));
        return row.getBoolean("disproved") && status != Status.RETIRED ? Status.DISPROVED : status;
    }
}
