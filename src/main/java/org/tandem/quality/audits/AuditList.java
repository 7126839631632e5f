package org.tandem.quality.audits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What reviewers were asked to look at, one by one. What they wrote of a person's answer is for that person, see {@link PeopleReviewed}. */
@Service
public class AuditList {

    private static final int BATCH = 100;

    static final String COLUMNS = """
            select audit.conversation_key,
                coalesce(audit.number, (select number from case_figures where case_figures.inquiry_id = audit.inquiry_id)) as number,
                audit.topic, audit.topic_class, audit.risk, audit.model_version, audit.answered_at,
                audit.answered_by, audit.requested_at, audit.chance, audit.drawn, audit.equal_chance, audit.rated_low, audit.twice,
                review.round, review.reviewer, review.reviewed_at, review.is_right, review.polite, review.complete,
                review.person_needed, review.corrected, case when audit.answered_by = 'AI' then review.note end as note
            from audit
            """;

    private final JdbcClient database;

    AuditList(JdbcClient database) {
        this.database = database;
    }

    /**
     * An answer that was chosen, and a review of it.
     *
     * @param number of the case, null until it is known to the numbers
     * @param risk null of a person's answer, as is the model
     * @param chance with which it was drawn, whether or not it was
     * @param requestedAt null of an answer that nobody was asked to look at
     * @param ratedLow whether the customer gave a 1 or a 2
     * @param twice whether two reviewers look at it
     * @param said null until somebody has reviewed it
     */
    public record Item(
            @Nullable String number,
            @Nullable String topic,
            @Nullable String topicClass,
            @Nullable Double risk,
            @Nullable String modelVersion,
            AnsweredBy answeredBy,
            Instant answeredAt,
            @Nullable Instant requestedAt,
            double chance,
            boolean drawn,
            boolean equalChance,
            boolean ratedLow,
            boolean twice,
            @Nullable Said said) {}

    /**
     * @param round 1, or 2 for the second reviewer
     * @param reviewer null when it is no longer kept who it was
     */
    public record Said(int round, @Nullable String reviewer, Instant at, Review review) {}

    public long open() {
        return database.sql("select count(*) from audit where is_open")
                .query(Long.class)
                .single();
    }

    /** The first reviews that are still to be made, or the second ones, what waits longest first. */
    public List<Item> open(int most) {
        return database.sql(COLUMNS + """
                        left join audit_review review on review.conversation_key = audit.conversation_key
                        where audit.is_open order by audit.requested_at limit ?
                        """)
                .param(most)
                .query((row, number) -> item(row))
                .list();
    }

    /** The latest reviews. */
    public List<Item> done(int most) {
        return database.sql(COLUMNS + """
                        join audit_review review on review.conversation_key = audit.conversation_key
                        order by review.reviewed_at desc limit ?
                        """)
                .param(most)
                .query((row, number) -> item(row))
                .list();
    }

    /** Every review of answers that were given in this time, in their order, read some at a time: the first come at once. */
    public void each(Instant from, Instant until, Consumer<Item> reader) {
        var last = new Place(from, "", 0);
        List<Placed> some;
        do {
            some = after(last, until);
            some.forEach(one -> reader.accept(one.item()));
            last = some.isEmpty() ? last : some.getLast().place();
        } while (some.size() == BATCH);
    }

    private List<Placed> after(Place last, Instant until) {
        return database.sql(COLUMNS + """
                        join audit_review review on review.conversation_key = audit.conversation_key
                        where audit.answered_at >= :at and audit.answered_at < :until
                            and (audit.answered_at > :at or audit.conversation_key > :key
                                or audit.conversation_key = :key and review.round > :round)
                        order by audit.answered_at, audit.conversation_key, review.round limit :most
                        """)
                .param("at", Timestamp.from(last.at()))
                .param("until", Timestamp.from(until))
                .param("key", last.key())
                .param("round", last.round())
                .param("most", BATCH)
                .query((row, number) -> new Placed(Place.of(row), item(row)))
                .list();
    }

    private record Placed(Place place, Item item) {}

    private record Place(Instant at, String key, int round) {

        static Place of(ResultSet row) throws SQLException {
            return new Place(instant(row, "answered_at"), row.getString("conversation_key"), row.getInt("round"));
        }
    }

    static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getString("number"),
                row.getString("topic"),
                row.getString("topic_class"),
                row.getObject("risk", Double.class),
                row.getString("model_version"),
                AnsweredBy.valueOf(row.getString("answered_by")),
                instant(row, "answered_at"),
                row.getObject("requested_at") == null ? null : instant(row, "requested_at"),
                row.getDouble("chance"),
                row.getBoolean("drawn"),
                row.getBoolean("equal_chance"),
                row.getBoolean("rated_low"),
                row.getBoolean("twice"),
                row.getObject("round") == null ? null : said(row));
    }

    private static Said said(ResultSet row) throws SQLException {
        return new Said(
                row.getInt("round"),
                row.getString("reviewer"),
                instant(row, "reviewed_at"),
                new Review(
                        row.getBoolean("is_right"),
                        row.getBoolean("polite"),
                        row.getBoolean("complete"),
                        row.getBoolean("person_needed"),
                        row.getBoolean("corrected"),
                        row.getString("note")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
