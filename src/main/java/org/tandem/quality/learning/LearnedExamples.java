package org.tandem.quality.learning;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.util.DigestUtils;
import org.tandem.assistant.Examples;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.Draw;

/**
 * The examples from handled inquiries, each text once: what was said of it last counts, but an agent, who says what it is about, is not
 * overruled by an audit. A share of the texts, drawn for ever, is never learned.
 */
@Repository
class LearnedExamples implements Examples {

    /** So many held-out ones are judged by at most. */
    static final int MOST_JUDGED = 2_000;

    static final String LEARNABLE = "is_topic and not held_out and removed_by is null";

    private final JdbcClient database;
    private final LearningSettings settings;
    private final Clock clock;

    LearnedExamples(JdbcClient database, LearningSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Example> all() {
        return database.sql("select text, topic from learned_example where " + LEARNABLE
                        + " order by said_at desc, id limit :most")
                .param("most", settings.mostExamples())
                .query((row, number) -> new Example(row.getString("text"), row.getString("topic")))
                .list();
    }

    /**
     * What nothing was learned from and models can be judged by, the newest first. Where the ledger of decisions knows for how many
     * inquiries a label stands, it is believed; what the AI answered and is known only because the customer was not content would be
     * held against the model that answered, and stands for none.
     */
    List<LearnedExample> heldOut(int most) {
        return database.sql("""
                        select id, text, topic, is_topic, origin, inquiry_id, inquiry_number, conversation_key, said_at,
                            coalesce((select 1 / max(decision.label_weight) from quality_decision decision
                                where decision.inquiry_id = learned_example.inquiry_id and decision.label_weight > 0), chance)
                            as chance
                        from learned_example
                        where held_out and removed_by is null and said_at >= :since and not exists (
                            select 1 from quality_decision decision
                            where decision.inquiry_id = learned_example.inquiry_id and decision.answered_at is not null
                                and coalesce(decision.label_weight, 0) = 0)
                        order by said_at desc, id limit :most
                        """)
                .param("since", Timestamp.from(clock.instant().minus(settings.recent())))
                .param("most", most)
                .query(LearnedExamples::read)
                .list();
    }

    /** Keeps it, unless its text was removed, or more is known of it. Repeating it changes nothing. */
    void keep(LearnedExample example) {
        var hash = hash(example.text());
        var changed = database.sql("""
                        update learned_example
                        set topic = :topic, is_topic = :is, origin = :origin, inquiry_id = :inquiry, inquiry_number = :number,
                            conversation_key = :key, said_at = :at, chance = :chance
                        where text_hash = :hash and removed_by is null and (origin = 'AUDIT' or :byAgent)
                        """)
                .param("topic", example.topic())
                .param("is", example.isTopic())
                .param("origin", example.origin().name())
                .param("inquiry", example.inquiry().value())
                .param("number", example.number())
                .param("key", example.conversationKey())
                .param("at", Timestamp.from(example.at()))
                .param("chance", example.chance())
                .param("hash", hash)
                .param("byAgent", example.origin() == LearnedExample.Origin.AGENT)
                .update();
        if (changed == 0 && !isKnown(hash)) {
            add(example, hash);
        }
    }

    private boolean isKnown(String hash) {
        return database.sql("select count(*) from learned_example where text_hash = ?")
                        .param(hash)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void add(LearnedExample example, String hash) {
        database.sql("""
                        insert into learned_example (id, text_hash, text, topic, is_topic, origin, inquiry_id, inquiry_number,
                            conversation_key, said_at, chance, held_out)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        example.id(),
                        hash,
                        example.text(),
                        example.topic(),
                        example.isTopic(),
                        example.origin().name(),
                        example.inquiry().value(),
                        example.number(),
                        example.conversationKey(),
                        Timestamp.from(example.at()),
                        example.chance(),
                        Draw.of("held-out example", hash) < settings.heldOut())
                .update();
    }

    /**
     * Takes it out: the text goes, and the same is not learned again. Repeating it changes nothing.
     *
     * @param reason for whoever looks at it later
     */
    void remove(UUID id, String who, String reason) {
        database.sql("""
                        update learned_example set text = '', meaning = null, removed_by = :who, removed_at = :at, removed_because = :reason
                        where id = :id and removed_by is null
                        """)
                .param("who", who)
                .param("at", Timestamp.from(clock.instant()))
                .param("reason", Reason.of(reason))
                .param("id", id)
                .update();
    }

    /** Of inquiries that are erased nothing stays. */
    @Scheduled(cron = "0 30 1 * * *", zone = "UTC")
    void forgetErased() {
        database.sql(
                        "delete from learned_example where not exists (select 1 from inquiry where inquiry.id = inquiry_id)")
                .update();
    }

    /** What was about none of the topics is about a new one. */
    void areAbout(List<InquiryId> inquiries, String topic) {
        if (!inquiries.isEmpty()) {
            database.sql(
                            "update learned_example set topic = :topic where topic = '' and is_topic and inquiry_id in (:ids)")
                    .param("topic", topic)
                    .param("ids", inquiries.stream().map(InquiryId::value).toList())
                    .update();
        }
    }

    static LearnedExample read(ResultSet row, int number) throws SQLException {
        return new LearnedExample(
                row.getObject("id", UUID.class),
                row.getString("text"),
                row.getString("topic"),
                row.getBoolean("is_topic"),
                LearnedExample.Origin.valueOf(row.getString("origin")),
                new InquiryId(row.getObject("inquiry_id", UUID.class)),
                row.getString("inquiry_number"),
                row.getString("conversation_key"),
                row.getTimestamp("said_at").toInstant(),
                row.getDouble("chance"));
    }

    private static String hash(String text) {
        return DigestUtils.md5DigestAsHex(text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }
}
