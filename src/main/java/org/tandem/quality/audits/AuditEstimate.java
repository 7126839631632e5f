package org.tandem.quality.audits;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tandem.quality.statistics.Agreement;
import org.tandem.quality.statistics.Proportion;

/**
 * How many answers of some days (of UTC, the first and the last included) are wrong, as reviewers judge. It rests on the draws
 * alone: what is looked at because of a low rating is told apart, for it was chosen because it may be wrong.
 */
@Service
public class AuditEstimate {

    private final JdbcClient database;
    private final AuditDays days;

    AuditEstimate(JdbcClient database) {
        this.database = database;
        this.days = new AuditDays(database);
    }

    public Estimates of(LocalDate first, LocalDate last) {
        return days.of(first, last);
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

    private JdbcClient.StatementSpec query(String sql, LocalDate first, LocalDate last) {
        return database.sql(sql).param("from", midnight(first)).param("until", midnight(last.plusDays(1)));
    }

    private static Timestamp midnight(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
