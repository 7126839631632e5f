package org.tandem.quality.audits;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;

/** The answers that may be audited, by their conversation key: no stretch of a conversation has both one of the AI and one of a person. */
@Component
class AuditTable {

    private final JdbcClient database;
    private final AuditDays days;

    AuditTable(JdbcClient database) {
        this.database = database;
        this.days = new AuditDays(database);
    }

    /** The gate lets the AI answer; whether it did is told later. */
    void add(InquiryEvent.Decided decided) {
        database.sql("""
                        insert into audit (conversation_key, inquiry_id, topic, topic_class, risk, model_version, decided_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        decided.conversationKey(),
                        decided.inquiryId().value(),
                        decided.topic(),
                        decided.topicClass(),
                        decided.risk(),
                        decided.modelVersion(),
                        Timestamp.from(decided.at()))
                .update();
    }

    /** A person has answered; who it was is told later. */
    void add(InquiryEvent.AnsweredByPerson answered) {
        var topic = answered.topic();
        database.sql("""
                        insert into audit (conversation_key, inquiry_id, topic, decided_at, message_id, answered_by)
                        select :key, cast(:inquiry as uuid), :topic, cast(:at as timestamp(6) with time zone), cast(:message as uuid),
                            case when exists (select 1 from held_out where inquiry_id = :inquiry)
                                and not exists (select 1 from audit where inquiry_id = :inquiry and answered_by <> 'AI')
                            then 'HELD_OUT' else 'PERSON' end
                        """)
                .param("key", answered.conversationKey())
                .param("inquiry", answered.inquiryId().value())
                .param("topic", topic == null || topic.isEmpty() ? null : topic)
                .param("at", Timestamp.from(answered.at()))
                .param("message", answered.messageId())
                .update();
    }

    /** Keeps it as it is for whoever asks, until the end of the transaction. */
    Optional<Auditable> find(String conversationKey) {
        return database.sql("select * from audit where conversation_key = ? for update")
                .param(conversationKey)
                .query((row, number) -> Auditable.of(row))
                .optional();
    }

    /** Those of an inquiry to which nobody has answered since. */
    List<Auditable> lastAnswersOf(InquiryId id) {
        return database.sql("""
                        select * from audit
                        where inquiry_id = ? and (answered_at is not null or answered_by <> 'AI') and not person_answered
                        order by decided_at
                        """)
                .param(id.value())
                .query((row, number) -> Auditable.of(row))
                .list();
    }

    void draw(
            String conversationKey,
            Instant answered,
            double chance,
            boolean drawn,
            boolean equalChance,
            boolean twice) {
        database.sql("""
                        update audit set answered_at = ?, chance = ?, drawn = ?, equal_chance = ?, twice = ?
                        where conversation_key = ?
                        """)
                .params(Timestamp.from(answered), chance, drawn, equalChance, twice, conversationKey)
                .update();
        days.changed(conversationKey);
    }

    /** @param topic empty for none */
    void count(LocalDate day, String topic, AnsweredBy by) {
        days.count(day, topic, by);
    }

    void reviewed(String conversationKey, int round, boolean right, boolean enough) {
        database.sql("update audit set %s = ?, is_open = ? where conversation_key = ?"
                        .formatted(round == 1 ? "is_right" : "second_is_right"))
                .params(right, !enough, conversationKey)
                .update();
        days.changed(conversationKey);
    }

    void request(String conversationKey, Instant at) {
        database.sql("update audit set requested_at = ?, is_open = true where conversation_key = ?")
                .params(Timestamp.from(at), conversationKey)
                .update();
    }

    /** @param agent whose answer it is, null of the AI's */
    void prepared(String conversationKey, String number, @Nullable String agent) {
        database.sql("update audit set number = ?, agent = ? where conversation_key = ?")
                .params(number, agent, conversationKey)
                .update();
    }

    void ratedLow(String conversationKey) {
        database.sql("update audit set rated_low = true where conversation_key = ?")
                .param(conversationKey)
                .update();
    }

    void personAnswered(InquiryId id) {
        database.sql("update audit set person_answered = true where inquiry_id = ?")
                .param(id.value())
                .update();
    }

    /** Nobody can look at it any more, as the case is gone; what somebody has said stays. */
    void drop(InquiryId id, Instant at) {
        database.sql("update audit set is_open = false where inquiry_id = ?")
                .param(id.value())
                .update();
        database.sql("""
                        update audit set dropped_at = ?
                        where inquiry_id = ? and dropped_at is null and is_right is null
                        """).params(Timestamp.from(at), id.value()).update();
        days.changed(id);
    }
}
