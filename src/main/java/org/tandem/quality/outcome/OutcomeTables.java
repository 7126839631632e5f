package org.tandem.quality.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.QualityEvent.OutcomeRevised;
import org.tandem.quality.QualityEvent.Truth;

/** The tables of evidence, of what is held to be true, and of how that changed. */
@Component
class OutcomeTables {

    private final JdbcClient database;

    OutcomeTables(JdbcClient database) {
        this.database = database;
    }

    /** The AI is about to answer. Repeating it changes nothing. */
    void expect(InquiryId inquiry, String conversationKey, @Nullable String topic) {
        database.sql("""
                        insert into outcome (conversation_key, inquiry_id, by_ai, topic, truth, weight)
                        select :key, :inquiry, true, :topic, 'UNKNOWN', 0
                        where not exists (select 1 from outcome where conversation_key = :key)
                        """)
                .param("key", conversationKey)
                .param("inquiry", inquiry.value())
                .param("topic", topic, Types.VARCHAR)
                .update();
    }

    /** Repeating it changes nothing. */
    void answered(InquiryId inquiry, String conversationKey, boolean byAi, @Nullable String topic, Instant at) {
        var expected = database.sql(
                        "update outcome set answered_at = ? where conversation_key = ? and answered_at is null")
                .params(Timestamp.from(at), conversationKey)
                .update();
        if (expected == 0 && lock(conversationKey).isEmpty()) {
            database.sql("""
                            insert into outcome (conversation_key, inquiry_id, by_ai, topic, answered_at, truth, weight)
                            values (?, ?, ?, ?, ?, 'UNKNOWN', 0)
                            """)
                    .params(conversationKey, inquiry.value(), byAi, topic, Timestamp.from(at))
                    .update();
        }
    }

    /** Whoever else revises it waits until this transaction ends. */
    Optional<Answered> lock(String conversationKey) {
        return database.sql("select * from outcome where conversation_key = ? and answered_at is not null for update")
                .param(conversationKey)
                .query(OutcomeTables::answered)
                .optional();
    }

    Optional<Answered> lastOf(InquiryId inquiry) {
        return database.sql("""
                        select * from outcome where inquiry_id = ? and answered_at is not null
                        order by answered_at desc limit 1
                        """)
                .param(inquiry.value())
                .query(OutcomeTables::answered)
                .optional();
    }

    Optional<Answered> lastByAi(InquiryId inquiry) {
        return database.sql("""
                        select * from outcome where inquiry_id = ? and by_ai and answered_at is not null
                        order by answered_at desc limit 1
                        """)
                .param(inquiry.value())
                .query(OutcomeTables::answered)
                .optional();
    }

    /** The conversation has this key from when the answer was taken to have solved it. */
    void rests(String conversationKey, String restKey) {
        database.sql("update outcome set rest_key = ? where conversation_key = ?")
                .params(restKey, conversationKey)
                .update();
    }

    boolean has(Evidence evidence) {
        return database.sql("select count(*) from outcome_evidence where event_id = ?")
                        .param(evidence.eventId())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void add(Evidence evidence) {
        database.sql("""
                        insert into outcome_evidence
                            (event_id, inquiry_id, conversation_key, source, about, says, weight, happened_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        evidence.eventId(),
                        evidence.inquiryId().value(),
                        evidence.conversationKey(),
                        evidence.source().label(),
                        evidence.about(),
                        evidence.says().name(),
                        evidence.weight(),
                        Timestamp.from(evidence.at()))
                .update();
    }

    List<Evidence> evidence(String conversationKey) {
        return database.sql("select * from outcome_evidence where conversation_key = ?")
                .param(conversationKey)
                .query((row, number) -> new Evidence(
                        row.getObject("event_id", UUID.class),
                        new InquiryId(row.getObject("inquiry_id", UUID.class)),
                        row.getString("conversation_key"),
                        Source.of(row.getString("source")),
                        row.getString("about"),
                        Truth.valueOf(row.getString("says")),
                        row.getDouble("weight"),
                        row.getTimestamp("happened_at").toInstant()))
                .list();
    }

    void label(String conversationKey, Label label, Instant now) {
        database.sql("""
                        update outcome set truth = ?, source = ?, weight = ?, resolved = ?, revised_at = ?
                        where conversation_key = ?
                        """)
                .params(
                        label.truth().name(),
                        label.source() == null ? null : label.source().label(),
                        label.weight(),
                        label.resolved(),
                        Timestamp.from(now),
                        conversationKey)
                .update();
    }

    void remember(OutcomeRevised revised) {
        database.sql("""
                        insert into outcome_revision (event_id, conversation_key, truth, source, revised_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        revised.eventId(),
                        revised.conversationKey(),
                        revised.now().name(),
                        revised.source(),
                        Timestamp.from(revised.at()))
                .update();
    }

    /** Answers from before that moment of which nobody has said yet that their customers were silent. */
    List<Answered> unsettled(Instant before, int most) {
        return database.sql("""
                        select * from outcome where not settled and answered_at <= ?
                        order by answered_at limit ? for update
                        """)
                .params(Timestamp.from(before), most)
                .query(OutcomeTables::answered)
                .list();
    }

    void settle(String conversationKey) {
        database.sql("update outcome set settled = true where conversation_key = ?")
                .param(conversationKey)
                .update();
    }

    private static Answered answered(ResultSet row, int number) throws SQLException {
        var source = row.getString("source");
        return new Answered(
                new InquiryId(row.getObject("inquiry_id", UUID.class)),
                row.getString("conversation_key"),
                row.getString("rest_key"),
                row.getBoolean("by_ai"),
                row.getString("topic"),
                row.getTimestamp("answered_at").toInstant(),
                new Label(
                        Truth.valueOf(row.getString("truth")),
                        source == null ? null : Source.of(source),
                        row.getDouble("weight"),
                        resolved(row)));
    }

    private static @Nullable Boolean resolved(ResultSet row) throws SQLException {
        var resolved = row.getBoolean("resolved");
        return row.wasNull() ? null : resolved;
    }
}
