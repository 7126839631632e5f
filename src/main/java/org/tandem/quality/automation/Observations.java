package org.tandem.quality.automation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the guardrail has seen, in its order. One transaction at a time adds to it, so that nothing is added before what was read. */
@Repository
class Observations {

    private final JdbcClient database;

    Observations(JdbcClient database) {
        this.database = database;
    }

    record Numbered(long position, Observation observation) {}

    /** How many were seen of a topic, or of all, and what they came to. */
    record Sum(long seen, double amount) {}

    /** Seen again it changes nothing. */
    void add(Observation seen) {
        database.sql("select id from guardrail_reader where id = 1 for update")
                .query(Integer.class)
                .single();
        var known = database.sql("select count(*) from guardrail_observation where measure = ? and seen_key = ?")
                .params(seen.measure().name(), seen.key())
                .query(Long.class)
                .single();
        if (known > 0) {
            return;
        }
        database.sql("""
                        insert into guardrail_observation (seen_key, measure, topic, by_ai, tolerance, amount, at, model_version)
                        values (:key, :measure, :topic, :byAi, :tolerance, :amount, :at, :model)
                        """)
                .param("key", seen.key())
                .param("measure", seen.measure().name())
                .param("topic", seen.topic())
                .param("byAi", seen.byAi())
                .param("tolerance", seen.tolerance())
                .param("amount", seen.amount())
                .param("at", Timestamp.from(seen.at()))
                .param("model", seen.model())
                .update();
    }

    List<Numbered> after(long position, int most) {
        return database.sql("select * from guardrail_observation where position > ? order by position limit ?")
                .params(position, most)
                .query((row, number) -> new Numbered(row.getLong("position"), observation(row)))
                .list();
    }

    /** @param topic null for all */
    Sum sum(Measure measure, @Nullable String topic, Instant since) {
        var sum = database.sql("""
                        select count(*) as seen, coalesce(sum(amount), 0) as amount from guardrail_observation
                        where measure = :measure and at > :since%s
                        """.formatted(topic == null ? "" : " and topic = :topic"))
                .param("measure", measure.name())
                .param("since", Timestamp.from(since));
        return (topic == null ? sum : sum.param("topic", topic))
                .query((row, number) -> new Sum(row.getLong("seen"), row.getDouble("amount")))
                .single();
    }

    private static Observation observation(ResultSet row) throws SQLException {
        return new Observation(
                row.getString("seen_key"),
                Measure.valueOf(row.getString("measure")),
                row.getString("topic"),
                row.getBoolean("by_ai"),
                row.getDouble("tolerance"),
                row.getDouble("amount"),
                row.getTimestamp("at").toInstant(),
                row.getString("model_version"));
    }
}
