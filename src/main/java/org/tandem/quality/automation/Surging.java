package org.tandem.quality.automation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.quality.calibration.Surges;

/** Topics that the AI answers more often of late than before; it catches up with its answers, after a start with the last ones. */
@Component
class Surging {

    private static final int BATCH = 1_000;

    private final JdbcClient database;
    private final Surges surges = new Surges();
    private Optional<Instant> since = Optional.empty();

    Surging(JdbcClient database) {
        this.database = database;
    }

    private record Answer(String topic, Instant at) {}

    /** A reason to audit more, 0 to 1. */
    synchronized double suspicion(String topic) {
        if (since.isEmpty()) {
            begin();
        }
        int met;
        do {
            met = meet();
        } while (met == BATCH);
        return surges.suspicion(topic);
    }

    private void begin() {
        var first = database.sql("""
                        select answered_at from quality_decision where answered_at is not null and topic is not null
                        order by answered_at desc limit 1 offset ?
                        """)
                .param(Surges.LATELY)
                .query((row, number) -> row.getTimestamp("answered_at").toInstant())
                .optional()
                .orElse(Instant.EPOCH);
        database.sql("""
                        select topic, count(*) as answers from quality_decision
                        where answered_at <= ? and topic is not null group by topic
                        """).param(Timestamp.from(first)).query(row -> {
            surges.metBefore(row.getString("topic"), row.getInt("answers"));
        });
        since = Optional.of(first);
    }

    private int meet() {
        var answers = database.sql("""
                        select topic, answered_at from quality_decision
                        where answered_at > ? and topic is not null order by answered_at limit ?
                        """)
                .params(Timestamp.from(since.orElse(Instant.EPOCH)), BATCH)
                .query((row, number) -> new Answer(
                        row.getString("topic"), row.getTimestamp("answered_at").toInstant()))
                .list();
        answers.forEach(answer -> surges.meet(answer.topic()));
        if (!answers.isEmpty()) {
            since = Optional.of(answers.getLast().at());
        }
        return answers.size();
    }
}
