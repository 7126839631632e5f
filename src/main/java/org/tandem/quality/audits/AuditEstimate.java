package org.tandem.quality.audits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tandem.quality.statistics.Agreement;
import org.tandem.quality.statistics.Proportion;
import org.tandem.quality.statistics.WeightedShare;

/**
 * How many of the AI's answers of some days (of UTC, the first and the last included) are wrong, as reviewers judge. It rests on the draws alone: what is looked at because of a low
 * rating is told apart, for it was chosen because it may be wrong.
 */
@Service
public class AuditEstimate {

    private static final int DAY = 24 * 60 * 60;

    /** Days from a Monday to the first of the epoch, a Thursday. */
    private static final int MONDAY_BEFORE = 3;

    private static final int WEEK = 7;

    private static final String ANSWERS = """
            select PART as part, sum(answers) as answers, 0 as drawn, 0 as still_open,
                0 as audits, 0 as weights, 0 as squares, 0 as wrong_weights, 0 as wrong_squares
            from audit_day where epoch_day >= :first and epoch_day <= :last
            group by PART
            """;

    private static final String REVIEWS = """
            select PART as part, 0 as answers, count(*) as drawn,
                count(case when is_right is null and dropped_at is null then 1 end) as still_open,
                count(is_right) as audits,
                coalesce(sum(case when is_right is not null then 1 / chance end), 0) as weights,
                coalesce(sum(case when is_right is not null then 1 / (chance * chance) end), 0) as squares,
                coalesce(sum(case when not is_right then 1 / chance end), 0) as wrong_weights,
                coalesce(sum(case when not is_right then 1 / (chance * chance) end), 0) as wrong_squares
            from audit where drawn = true and answered_at >= :from and answered_at < :until
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

    public Estimate overall(LocalDate first, LocalDate last) {
        return byTopic(first, last).values().stream().reduce(Estimate.NOTHING, Estimate::plus);
    }

    /** By the topic's id, empty for none. */
    public Map<String, Estimate> byTopic(LocalDate first, LocalDate last) {
        var estimates = new TreeMap<String, Estimate>();
        collect(ANSWERS, "topic", first, last).forEach((topic, one) -> estimates.merge(topic, one, Estimate::plus));
        collect(REVIEWS, "coalesce(topic, '')", first, last)
                .forEach((topic, one) -> estimates.merge(topic, one, Estimate::plus));
        return estimates;
    }

    /** By the Monday that the week began with. */
    public Map<LocalDate, Estimate> byWeek(LocalDate first, LocalDate last) {
        var estimates = new TreeMap<LocalDate, Estimate>();
        collect(ANSWERS, week("epoch_day"), first, last)
                .forEach((week, one) -> estimates.merge(monday(week), one, Estimate::plus));
        collect(REVIEWS, week("extract(epoch from answered_at) / " + DAY), first, last)
                .forEach((week, one) -> estimates.merge(monday(week), one, Estimate::plus));
        return estimates;
    }

    /** Of the reviewers who looked at the same answers: right is the first category, wrong the second. */
    public Agreement agreement(LocalDate first, LocalDate last) {
        var counts = new long[2][2];
        query("""
                select is_right, second_is_right, count(*) as pairs from audit
                where drawn = true and answered_at >= :from and answered_at < :until
                  and is_right is not null and second_is_right is not null
                group by is_right, second_is_right
                """, first, last).query(row -> {
            counts[row.getBoolean("is_right") ? 0 : 1][row.getBoolean("second_is_right") ? 0 : 1] =
                    row.getLong("pairs");
        });
        return new Agreement(counts);
    }

    /** How many were wrong of those that were looked at only because of a low rating. */
    public Proportion wrongOfRatedLow(LocalDate first, LocalDate last) {
        return query("""
                        select count(is_right) as reviewed, count(case when not is_right then 1 end) as wrong from audit
                        where rated_low = true and not drawn and answered_at >= :from and answered_at < :until
                        """, first, last)
                .query((row, number) -> new Proportion(row.getLong("wrong"), row.getLong("reviewed")))
                .single();
    }

    private static String week(String day) {
        return "floor((%s + %d.0) / %d)".formatted(day, MONDAY_BEFORE, WEEK);
    }

    private static LocalDate monday(String week) {
        return LocalDate.ofEpochDay((long) Double.parseDouble(week) * WEEK - MONDAY_BEFORE);
    }

    private Map<String, Estimate> collect(String sql, String part, LocalDate first, LocalDate last) {
        var estimates = new HashMap<String, Estimate>();
        query(sql.replace("PART", part), first, last)
                .query((RowCallbackHandler) row -> estimates.put(row.getString("part"), estimate(row)));
        return estimates;
    }

    private static Estimate estimate(ResultSet row) throws SQLException {
        return new Estimate(
                row.getLong("answers"),
                row.getLong("drawn"),
                row.getLong("still_open"),
                new WeightedShare(
                        row.getLong("audits"),
                        row.getDouble("weights"),
                        row.getDouble("squares"),
                        row.getDouble("wrong_weights"),
                        row.getDouble("wrong_squares")));
    }

    private JdbcClient.StatementSpec query(String sql, LocalDate first, LocalDate last) {
        return database.sql(sql)
                .param("first", (int) first.toEpochDay())
                .param("last", (int) last.toEpochDay())
                .param("from", midnight(first))
                .param("until", midnight(last.plusDays(1)));
    }

    private static Timestamp midnight(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
