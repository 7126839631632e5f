package org.tandem.quality.numbers;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.quality.statistics.WeightedShare;

/** The numbers of a period, from the sums of its days. */
@Component
public class CaseNumbers {

    private final JdbcClient database;

    CaseNumbers(JdbcClient database) {
        this.database = database;
    }

    /** Changes when any number may have changed. */
    public long version() {
        return database.sql("select counts from case_counter where id = 1")
                .query(Long.class)
                .single();
    }

    /**
     * Of every stretch of days in which inquiries came in, by the first day of it.
     *
     * @param length of a stretch in days, at least 1
     */
    public NavigableMap<LocalDate, Sides> stretches(Scope scope, long length) {
        var stretches = new TreeMap<LocalDate, Sides>();
        in(scope, """
                select d.*, t.first_response, t.resolution, t.person_wait
                from case_day d join case_day_times t on t.topic = d.topic and t.received_on = d.received_on
                    and t.answered_by = d.answered_by and t.held_out = d.held_out
                where d.topic = :topic and d.received_on between :from and :until
                """).query(row -> {
            long since = scope.from().until(row.getDate("received_on").toLocalDate(), ChronoUnit.DAYS);
            stretches
                    .computeIfAbsent(scope.from().plusDays(since / length * length), first -> Sides.none())
                    .add(row.getString("answered_by"), row.getBoolean("held_out"), sums(row));
        });
        return stretches;
    }

    /** What audits say of first answers, and nothing else of what is counted. */
    public Sides audited(Scope scope) {
        var sides = Sides.none();
        in(scope, """
                select answered_by, held_out, sum(audited) as audited, sum(audited_wrong) as audited_wrong,
                    sum(audit_weights) as audit_weights, sum(audit_squares) as audit_squares,
                    sum(audit_wrong_weights) as audit_wrong_weights, sum(audit_wrong_squares) as audit_wrong_squares
                from case_day where topic = :topic and received_on between :from and :until group by answered_by, held_out
                """).query(row -> {
            var sums = new Sums();
            sums.count(Count.AUDITED, row.getLong("audited"));
            sums.count(Count.AUDITED_WRONG, row.getLong("audited_wrong"));
            sums.audited(audited(row));
            sides.add(row.getString("answered_by"), row.getBoolean("held_out"), sums);
        });
        return sides;
    }

    /** How many cases there are of it. */
    public long count(CaseList.Wanted wanted) {
        var sums = wanted.reason() == null
                ? "select coalesce(sum(%s), 0) from case_day where %s"
                        .formatted(wanted.count().key(), wanted.side().condition())
                : "select coalesce(sum(cases), 0) from case_day_reason where reason = :reason";
        var select = in(wanted.scope(), sums + " and topic = :topic and received_on between :from and :until");
        return (wanted.reason() == null ? select : select.param("reason", wanted.reason()))
                .query(Long.class)
                .single();
    }

    /** Why inquiries went to people, the most frequent reason first. */
    public List<Reason> reasons(Scope scope) {
        return in(scope, """
                select reason, sum(cases) as cases from case_day_reason
                where topic = :topic and received_on between :from and :until group by reason order by 2 desc, 1
                """)
                .query((row, number) -> new Reason(row.getString("reason"), row.getLong("cases")))
                .list();
    }

    /** What the newest model said of its risk and what came of it, the smallest risk first. */
    public List<RiskStep> risks(Scope scope) {
        return in(scope, """
                select model_version, step, sum(cases) as cases, sum(risk_sum) as risk_sum, sum(labelled) as labelled,
                    sum(labelled_risk) as labelled_risk, sum(wrong) as wrong
                from case_day_risk
                where topic = :topic and received_on between :from and :until and model_version = (
                    select model_version from case_day_risk
                    where topic = :topic and received_on between :from and :until
                    order by received_on desc, cases desc limit 1)
                group by model_version, step order by step
                """)
                .query((row, number) -> new RiskStep(
                        row.getString("model_version"),
                        row.getLong("cases"),
                        row.getDouble("risk_sum"),
                        row.getLong("labelled"),
                        row.getDouble("labelled_risk"),
                        row.getLong("wrong")))
                .list();
    }

    /** All topics there are numbers of. */
    public List<String> topics() {
        return database.sql("select distinct topic from case_day where topic <> ? order by topic")
                .param(Days.ALL)
                .query(String.class)
                .list();
    }

    private JdbcClient.StatementSpec in(Scope scope, String sql) {
        return database.sql(sql)
                .param("topic", scope.topicOfSums())
                .param("from", Date.valueOf(scope.from()))
                .param("until", Date.valueOf(scope.until()));
    }

    private static Sums sums(ResultSet row) throws SQLException {
        var sums = new Sums();
        for (var count : Count.values()) {
            sums.count(count, row.getLong(count.key()));
        }
        sums.rated(row.getLong("csat_sum"));
        sums.cost(row.getBigDecimal("ai_cost"), row.getBigDecimal("human_cost"));
        sums.audited(audited(row));
        sums.times().firstResponse().addEncoded(row.getString("first_response"));
        sums.times().resolution().addEncoded(row.getString("resolution"));
        sums.times().personWait().addEncoded(row.getString("person_wait"));
        return sums;
    }

    private static WeightedShare audited(ResultSet row) throws SQLException {
        return new WeightedShare(
                row.getLong("audited"),
                row.getDouble("audit_weights"),
                row.getDouble("audit_squares"),
                row.getDouble("audit_wrong_weights"),
                row.getDouble("audit_wrong_squares"));
    }

    public record Reason(String reason, long cases) {}
}
