package org.tandem.quality.learning;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What there is of learned examples, for people who look for some of them. */
@Repository
class ExampleList {

    static final int LOOKED_THROUGH = 10_000;

    private final JdbcClient database;
    private final LearningSettings settings;

    ExampleList(JdbcClient database, LearningSettings settings) {
        this.database = database;
        this.settings = settings;
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
                        """.formatted(LearnedExamples.LEARNABLE))
                .param("learned", settings.mostExamples())
                .param("judged", LearnedExamples.MOST_JUDGED)
                .query((row, number) ->
                        new Count(row.getInt("learnable"), row.getInt("by_audits"), row.getInt("held_out")))
                .single();
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
}
