package org.tandem.quality.automation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tandem.quality.calibration.LabelledCase;

/**
 * The decisions that people have labelled and that nothing but their risk would have kept from being answered ({@link
 * Tried#mayBeAnswered}, here in SQL), as far as calibration looks at them: those that a model made, and those that it made silently beside
 * another.
 */
@Repository
class LabelledDecisions {

    /** So many of the latest: more prove hardly more, are older, and take memory and time. */
    static final int MOST = 20_000;

    private final JdbcClient database;

    LabelledDecisions(JdbcClient database) {
        this.database = database;
    }

    /** @param guaranteedRisk as it was told then */
    record One(LabelledCase labelled, double guaranteedRisk, Instant labelledAt) {}

    /** The latest on these classes of topics since then, the oldest first, without what is shut. */
    List<One> latest(String model, Collection<String> topicClasses, Collection<String> shutTopics, Instant since) {
        var latest = database.sql("""
                        select figures, label_right, label_weight, guaranteed_risk, tried_at, conversation_key, labelled_at
                        from (
                            select figures, label_right, label_weight, guaranteed_risk, tried_at, conversation_key, labelled_at,
                                topic, topic_class
                            from quality_decision
                            where model_version = :model and labelled_at is not null and label_weight > 0 and figures is not null
                              and topic_automated and language_supported and not distress and not asked_for_person
                              and not several_requests and repeat_contacts = 0
                            union all
                            select figures, label_right, label_weight, guaranteed_risk, tried_at, conversation_key, labelled_at,
                                topic, topic_class
                            from shadow_case
                            where model_version = :model and labelled and figures is not null and may_be_answered
                        ) decision
                        where topic_class in (:classes) and topic not in (:shut) and tried_at > :since
                        order by tried_at desc, conversation_key desc limit :most
                        """)
                .param("model", model)
                .param("classes", topicClasses)
                .param("shut", Stream.concat(Stream.of(""), shutTopics.stream()).toList())
                .param("since", Timestamp.from(since))
                .param("most", MOST)
                .query(LabelledDecisions::read)
                .list();
        return latest.reversed();
    }

    private static One read(ResultSet row, int number) throws SQLException {
        return new One(
                new LabelledCase(
                        Numbers.of(row.getString("figures")),
                        row.getBoolean("label_right"),
                        row.getDouble("label_weight")),
                row.getDouble("guaranteed_risk"),
                row.getTimestamp("labelled_at").toInstant());
    }
}
