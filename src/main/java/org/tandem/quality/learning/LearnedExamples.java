package org.tandem.quality.learning;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    static final int LOOKED_THROUGH = 20_000;

    /** So many held-out ones are judged by at most. */
    static final int MOST_JUDGED = 2_000;

    private static final String LEARNABLE = "is_topic and not held_out and removed_by is null";

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
     * inquiries a label stands, it is believed.
     */
    List<LearnedExample> heldOut(int most) {
        return database.sql("""
                        select id, text, topic, is_topic, origin, inquiry_id, inquiry_number, conversation_key, said_at,
                            coalesce((select least(1, 1 / max(decision.label_weight)) from quality_decision decision
                                where decision.inquiry_id = learned_example.inquiry_id and decision.label_weight > 0), chance)
                            as chance
                        from learned_example
                        where held_out and removed_by is null and said_at >= :since
                        order by said_at desc, id limit :most
                        """)
                .param("since", Timestamp.from(clock.instant().minus(settings.recent())))
                .param("most", most)
                .query(LearnedExamples::read)
                .list();
    }

    /**
     * Some of those that were looked for.
     *
     * @param last behind which there may be older ones, null if there are none
     */
    record Found(List<LearnedExample> examples, @Nullable UUID last) {}

    /**
     * Those of a topic, or with a word, or all if both are empty; the newest first. Held-out ones too. However many there are, only so many
     * are looked through at once.
     *
     * @param after begins behind this one, null with the newest
     */
    Found find(String words, @Nullable UUID after, int most) {
        var some = look(after, """
                where topic = :topic or lower(text) like :text order by said_at desc, id limit :most
                """)
                .param("topic", words)
                .param("text", "%" + words.toLowerCase(Locale.ROOT).replaceAll("[%_\\\\]", "_") + "%")
                .param("most", most + 1)
                .query(LearnedExamples::read)
                .list();
        return some.size() > most
                ? new Found(some.subList(0, most), some.get(most - 1).id())
                : new Found(some, lastLookedAt(after));
    }

    private @Nullable UUID lastLookedAt(@Nullable UUID after) {
        return look(after, "order by said_at desc, id limit 1 offset :before")
                .param("before", LOOKED_THROUGH - 1)
                .query((row, number) -> row.getObject("id", UUID.class))
                .optional()
                .orElse(null);
    }

    private JdbcClient.StatementSpec look(@Nullable UUID after, String rest) {
        var from = after == null ? "" : """
                and said_at <= (select said_at from learned_example where id = :after)
                and (said_at < (select said_at from learned_example where id = :after) or id > :after)
                """;
        var look = database.sql("""
                select * from (select id, text, topic, is_topic, origin, inquiry_id, inquiry_number, conversation_key, said_at, chance
                    from learned_example where removed_by is null %s order by said_at desc, id limit :looked) as looked %s
                """.formatted(from, rest)).param("looked", LOOKED_THROUGH);
        return after == null ? look : look.param("after", after);
    }

    /**
     * How many there are of those that are used: the newest.
     *
     * @param learnable that the next model learns from
     * @param byAudits of these the ones that audits of the AI's answers brought
     * @param heldOut that models can be judged by, however old
     */
    record Count(int learnable, int byAudits, int heldOut) {}

    Count count() {
        return database.sql("""
                        select count(case when not held_out then 1 end) as learnable,
                            count(case when not held_out and origin = 'AUDIT' then 1 end) as by_audits,
                            count(case when held_out then 1 end) as held_out
                        from (
                            (select held_out, origin from learned_example where %s order by said_at desc, id limit :learned)
                            union all
                            (select held_out, origin from learned_example where held_out and removed_by is null
                                order by said_at desc, id limit :judged)
                        ) as used
                        """.formatted(LEARNABLE))
                .param("learned", settings.mostExamples())
                .param("judged", MOST_JUDGED)
                .query((row, number) ->
                        new Count(row.getInt("learnable"), row.getInt("by_audits"), row.getInt("held_out")))
                .single();
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

    /** One that was taken out; the reason is null if it was before reasons were kept. */
    record Removed(
            String number,
            String topic,
            String by,
            Instant at,
            @Nullable String reason) {}

    /** The latest that were taken out. */
    List<Removed> removed(int most) {
        return database.sql("""
                        select inquiry_number, topic, removed_by, removed_at, removed_because from learned_example
                        where removed_at >= :ever order by removed_at desc, id limit :most
                        """)
                .param("ever", Timestamp.from(Instant.EPOCH))
                .param("most", most)
                .query((row, number) -> new Removed(
                        row.getString("inquiry_number"),
                        row.getString("topic"),
                        row.getString("removed_by"),
                        row.getTimestamp("removed_at").toInstant(),
                        row.getString("removed_because")))
                .list();
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

    private static LearnedExample read(ResultSet row, int number) throws SQLException {
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
