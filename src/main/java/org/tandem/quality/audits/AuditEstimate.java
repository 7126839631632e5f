package org.tandem.quality.audits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tandem.quality.audits.Estimates.Estimate;
import org.tandem.quality.audits.Estimates.Part;
import org.tandem.quality.statistics.Agreement;
import org.tandem.quality.statistics.Proportion;
import org.tandem.quality.statistics.WeightedShare;

/**
 * How many answers of some days (of UTC, the first and the last included) are wrong, as reviewers judge. It rests on the draws
 * alone: what is looked at because of a low rating is told apart, for it was chosen because it may be wrong.
 */
@Service
public class AuditEstimate {

    /** Weeks are counted in SQL from the Monday three days before the first day of the epoch, a Thursday. */
    private static final LocalDate FIRST_MONDAY = LocalDate.EPOCH.minusDays(3);

    private static final String PARTS = """
            select answered_by, topic, (epoch_day + 3) / 7 as week, sum(answers) as answers, 0 as drawn, 0 as still_open,
                0 as audits, 0 as weights, 0 as squares, 0 as wrong_weights, 0 as wrong_squares
            from audit_day where epoch_day >= :first and epoch_day <= :last
            group by answered_by, topic, (epoch_day + 3) / 7
            union all
            select answered_by, topic, week, 0, count(*),
                count(case when is_right is null and dropped_at is null then 1 end),
                count(is_right),
                coalesce(sum(case when is_right is not null then 1 / chance end), 0),
                coalesce(sum(case when is_right is not null then 1 / (chance * chance) end), 0),
                coalesce(sum(case when not is_right then 1 / chance end), 0),
                coalesce(sum(case when not is_right then 1 / (chance * chance) end), 0)
            from (
                select answered_by, coalesce(topic, '') as topic, (cast(floor(extract(epoch from answered_at) / 86400) as integer) + 3) / 7 as week,
                    is_right, dropped_at, chance
                from audit where drawn = true and answered_at >= :from and answered_at < :until) as drawn_ones
            group by answered_by, topic, week
            """;

    private final JdbcClient database;

    AuditEstimate(JdbcClient database) {
        this.database = database;
    }

    public Estimates of(LocalDate first, LocalDate last) {
        return new Estimates(
                query(PARTS, first, last).query(AuditEstimate::part).list());
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

    /** How many were wrong of those, of the AI or of people, that were looked at only because of a low rating. */
    public Proportion wrongOfRatedLow(boolean byPeople, LocalDate first, LocalDate last) {
        return query("""
                        select count(is_right) as reviewed, count(case when not is_right then 1 end) as wrong from audit
                        where rated_low = true and not drawn and answered_at >= :from and answered_at < :until
                            and (answered_by <> 'AI') = :byPeople
                        """, first, last)
                .param("byPeople", byPeople)
                .query((row, number) -> new Proportion(row.getLong("wrong"), row.getLong("reviewed")))
                .single();
    }

    private static Part part(ResultSet row, int number) throws SQLException {
        return new Part(
                AnsweredBy.valueOf(row.getString("answered_by")),
                row.getString("topic"),
                FIRST_MONDAY.plusWeeks(row.getLong("week")),
                new Estimate(
                        row.getLong("answers"),
                        row.getLong("drawn"),
                        row.getLong("still_open"),
                        new WeightedShare(
                                row.getLong("audits"),
                                row.getDouble("weights"),
                                row.getDouble("squares"),
                                row.getDouble("wrong_weights"),
                                row.getDouble("wrong_squares"))));
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
