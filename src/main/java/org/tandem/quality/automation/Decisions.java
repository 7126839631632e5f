package org.tandem.quality.automation;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.QualityEvent.OutcomeRevised;

/** The ledger of what the assistant tried: one row per conversation key. Everything can be told again. */
@Component
public class Decisions {

    private static final String AI_ANSWER = "AI_ANSWER";
    private static final String WITHHELD = "withheld";

    private final JdbcClient database;

    Decisions(JdbcClient database) {
        this.database = database;
    }

    /** Keeps what was tried and told; a repeat of the step replaces it until the gate has decided. */
    void keep(Tried tried, Word word) {
        database.sql("delete from quality_decision where conversation_key = ? and decided_at is null")
                .param(tried.conversationKey())
                .update();
        if (find(tried.conversationKey()).isEmpty()) {
            insert(tried, word);
        }
    }

    private void insert(Tried tried, Word word) {
        var stated = word.stated();
        database.sql("""
                        insert into quality_decision (conversation_key, inquiry_id, tried_at, topic, topic_class, topic_automated,
                            drafted, risk, guaranteed_risk, rests_on, figures, model_version, language, language_supported,
                            distress, asked_for_person, several_requests, repeat_contacts, automation, answer_chance,
                            stated_risk, risk_in_parts)
                        values (:key, :inquiry, :at, :topic, :topicClass, :topicAutomated,
                            :drafted, :risk, :guaranteed, :restsOn, :figures, :model, :language, :languageSupported,
                            :distress, :asked, :several, :repeats, :automation, :chance, :stated, :parts)
                        """)
                .param("key", tried.conversationKey())
                .param("inquiry", tried.inquiryId().value())
                .param("at", Timestamp.from(tried.at()))
                .param("topic", tried.topic())
                .param("topicClass", tried.topicClass())
                .param("topicAutomated", tried.topicAutomated())
                .param("drafted", tried.figures() != null)
                .param("risk", tried.risk())
                .param("guaranteed", word.guaranteedRisk())
                .param("restsOn", word.restsOn())
                .param("figures", tried.figures() == null ? null : Numbers.text(tried.figures()))
                .param("model", tried.modelVersion())
                .param("language", tried.language())
                .param("languageSupported", tried.languageSupported())
                .param("distress", tried.distress())
                .param("asked", tried.askedForPerson())
                .param("several", tried.severalRequests())
                .param("repeats", tried.repeatContacts())
                .param("automation", word.automation())
                .param("chance", word.answerChance())
                .param("stated", stated == null ? null : stated.risk())
                .param("parts", stated == null ? null : stated.inParts())
                .update();
    }

    void decided(InquiryEvent.Decided event) {
        database.sql("""
                        update quality_decision set decided_at = :at, route = :route, rule = :rule, would_answer = :would
                        where conversation_key = :key and decided_at is null
                        """)
                .param("at", Timestamp.from(event.at()))
                .param("route", event.route())
                .param("rule", event.rule())
                .param("would", event.route().equals(AI_ANSWER) || event.rule().equals(WITHHELD))
                .param("key", event.conversationKey())
                .update();
    }

    void answered(InquiryEvent.AiAnswered event) {
        database.sql("""
                        update quality_decision set answered_at = :at, settled_at = coalesce(settled_at, :at)
                        where conversation_key = :key
                        """)
                .param("at", Timestamp.from(event.at()))
                .param("key", event.conversationKey())
                .update();
    }

    void said(String conversationKey, @Nullable String topic, String draftVerdict, Instant at) {
        database.sql("""
                        update quality_decision set said_topic = :topic, draft_verdict = :verdict, said_at = :at,
                            settled_at = coalesce(settled_at, :at)
                        where conversation_key = :key and said_at is null
                        """)
                .param("topic", topic)
                .param("verdict", draftVerdict)
                .param("at", Timestamp.from(at))
                .param("key", conversationKey)
                .update();
    }

    void label(String conversationKey, Label label, Instant at) {
        database.sql("""
                        update quality_decision set label_right = :right, label_weight = :weight, label_source = :source,
                            labelled_at = :at
                        where conversation_key = :key
                        """)
                .param("right", label.right())
                .param("weight", label.weight())
                .param("source", label.source())
                .param("at", Timestamp.from(at))
                .param("key", conversationKey)
                .update();
    }

    /** The customer asked for a person after the AI's answer, or said that it did not help. */
    void objected(String conversationKey, Instant at) {
        database.sql("""
                        update quality_decision set objected_at = ?
                        where conversation_key = ? and answered_at is not null and objected_at is null
                        """).params(Timestamp.from(at), conversationKey).update();
    }

    /** The customer opened another inquiry about the same or something similar; null if it turned out not to be so. */
    void cameBack(String conversationKey, @Nullable Instant at) {
        database.sql("update quality_decision set repeated_at = :at where conversation_key = :key")
                .param(
                        "at",
                        at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("key", conversationKey)
                .update();
    }

    void revised(OutcomeRevised event) {
        database.sql("update quality_decision set truth = ?, truth_source = ? where conversation_key = ?")
                .params(event.now().name(), event.source(), event.conversationKey())
                .update();
    }

    Optional<DecisionRecord> find(String conversationKey) {
        return database.sql("select * from quality_decision where conversation_key = ?")
                .param(conversationKey)
                .query(DecisionRows::read)
                .optional();
    }

    /** The last one of the inquiry, which is what a person who answers has before them. */
    Optional<DecisionRecord> latestOf(InquiryId inquiry) {
        return database.sql("select * from quality_decision where inquiry_id = ? order by tried_at desc limit 1")
                .param(inquiry.value())
                .query(DecisionRows::read)
                .optional();
    }

    /** How many people have labelled since then, counted up to {@code most}. */
    int labelled(String modelVersion, String topicClass, Instant since, int most) {
        return database.sql("""
                        select count(*) from (select 1 from quality_decision
                            where model_version = ? and topic_class = ? and labelled_at > ? limit ?) as labelled
                        """)
                .params(modelVersion, topicClass, Timestamp.from(since), most)
                .query(Integer.class)
                .single();
    }

    /** The model of the latest attempt. */
    Optional<String> model() {
        return database.sql("select model_version from quality_decision order by tried_at desc limit 1")
                .query(String.class)
                .optional();
    }

    /**
     * All decisions of the gate in that time, the oldest first, one after the other.
     *
     * @param from included
     * @param to not included
     */
    public void between(Instant from, Instant to, Consumer<DecisionRecord> reader) {
        try (var rows =
                database.sql("""
                        select * from quality_decision where tried_at >= ? and tried_at < ? and decided_at is not null
                        order by tried_at, conversation_key
                        """).params(Timestamp.from(from), Timestamp.from(to)).query(DecisionRows::read).stream()) {
            rows.forEach(reader);
        }
    }
}
