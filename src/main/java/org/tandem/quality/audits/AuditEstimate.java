package org.tandem.quality.audits;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tandem.quality.statistics.Agreement;
import org.tandem.quality.statistics.Proportion;
import org.tandem.quality.statistics.WeightedShare;

/**
 * How many of the AI's answers of a time are wrong, as reviewers judge. It rests on the draws alone: what is looked at because of a low
 * rating is told apart, for it was chosen because it may be wrong.
 */
@Service
public class AuditEstimate {

    private static final int WEEK = 7 * 24 * 60 * 60;

    /** From a Monday to the first moment of the epoch, a Thursday. */
    private static final int MONDAY_BEFORE = 3 * 24 * 60 * 60;

    private static final String ANSWERS = """
            select PART as part, count(*) as answers, count(case when drawn then 1 end) as drawn,
                count(case when drawn and dropped_at is null then 1 end) as still_open,
                0 as audits, 0 as weights, 0 as squares, 0 as wrong_weights, 0 as wrong_squares
            from audit where answered_at >= :from and answered_at < :until
            group by PART
            """;

    private static final String REVIEWS = """
            select PART as part, 0 as answers, 0 as drawn, -count(*) as still_open, count(*) as audits,
                sum(1 / chance) as weights, sum(1 / (chance * chance)) as squares,
                coalesce(sum(case when not review.is_right then 1 / chance end), 0) as wrong_weights,
                coalesce(sum(case when not review.is_right then 1 / (chance * chance) end), 0) as wrong_squares
            from audit
            join audit_review review on review.conversation_key = audit.conversation_key and review.round = 1
            where drawn and answered_at >= :from and answered_at < :until
            group by PART
            """;

    private final JdbcClient database;

    AuditEstimate(JdbcClient database) {
        this.database = database;
    }

    /**
     * What audits say of some answers.
     *
     * @param answers how many the AI gave
     * @param drawn how many of them were drawn
     * @param open how many of these are still to be reviewed
     * @param wrong the share of wrong ones, from those that were reviewed
     */
    public record Estimate(long answers, long drawn, long open, WeightedShare wrong) {

        public static final Estimate NOTHING = new Estimate(0, 0, 0, WeightedShare.NOTHING);

        public Estimate plus(Estimate other) {
            return new Estimate(
                    answers + other.answers, drawn + other.drawn, open + other.open, wrong.plus(other.wrong));
        }
    }

    public Estimate overall(Instant from, Instant until) {
        return byTopic(from, until).values().stream().reduce(Estimate.NOTHING, Estimate::plus);
    }

    /** By the topic's id, empty for none. */
    public Map<String, Estimate> byTopic(Instant from, Instant until) {
        return by("coalesce(topic, '')", key -> key, from, until);
    }

    /** By the Monday, in UTC, that the week began with. */
    public Map<Instant, Estimate> byWeek(Instant from, Instant until) {
        return by(
                "floor((extract(epoch from answered_at) + %d) / %d)".formatted(MONDAY_BEFORE, WEEK),
                key -> Instant.ofEpochSecond((long) Double.parseDouble(key) * WEEK - MONDAY_BEFORE),
                from,
                until);
    }

    /** Of the reviewers who looked at the same answers: right is the first category, wrong the second. */
    public Agreement agreement(Instant from, Instant until) {
        var counts = new long[2][2];
        query("""
                select one.is_right as first_right, other.is_right as second_right, count(*) as pairs from audit
                join audit_review one on one.conversation_key = audit.conversation_key and one.round = 1
                join audit_review other on other.conversation_key = audit.conversation_key and other.round = 2
                where audit.answered_at >= :from and audit.answered_at < :until
                group by one.is_right, other.is_right
                """, from, until).query(row -> {
            counts[row.getBoolean("first_right") ? 0 : 1][row.getBoolean("second_right") ? 0 : 1] =
                    row.getLong("pairs");
        });
        return new Agreement(counts);
    }

    /** How many were wrong of those that were looked at only because of a low rating. */
    public Proportion wrongOfRatedLow(Instant from, Instant until) {
        return query("""
                select count(*) as reviewed, count(case when not review.is_right then 1 end) as wrong from audit
                join audit_review review on review.conversation_key = audit.conversation_key and review.round = 1
                where audit.rated_low and not audit.drawn and audit.answered_at >= :from and audit.answered_at < :until
                """, from, until)
                .query((row, number) -> new Proportion(row.getLong("wrong"), row.getLong("reviewed")))
                .single();
    }

    private <K extends Comparable<K>> Map<K, Estimate> by(
            String part, Function<String, K> key, Instant from, Instant until) {
        var estimates = new TreeMap<K, Estimate>();
        for (var sql : List.of(ANSWERS, REVIEWS)) {
            query(sql.replace("PART", part), from, until)
                    .query((row, number) -> Map.entry(
                            key.apply(row.getString("part")),
                            new Estimate(
                                    row.getLong("answers"),
                                    row.getLong("drawn"),
                                    row.getLong("still_open"),
                                    new WeightedShare(
                                            row.getLong("audits"),
                                            row.getDouble("weights"),
                                            row.getDouble("squares"),
                                            row.getDouble("wrong_weights"),
                                            row.getDouble("wrong_squares")))))
                    .list()
                    .forEach(one -> estimates.merge(one.getKey(), one.getValue(), Estimate::plus));
        }
        return estimates;
    }

    private JdbcClient.StatementSpec query(String sql, Instant from, Instant until) {
        return database.sql(sql).param("from", Timestamp.from(from)).param("until", Timestamp.from(until));
    }
}
