package org.tandem.quality.numbers;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The sums of each day: made again, all of that day, whenever one of its cases has changed. */
@Component
class Days {

    /** Stands for every topic. */
    static final String ALL = "*";

    private static final List<String> TABLES =
            List.of("case_day", "case_day_times", "case_day_reason", "case_day_risk");
    private static final String SUMS = """
            insert into case_day (received_on, topic, answered_by, held_out, %s, csat_sum, ai_cost, human_cost,
                audit_weights, audit_squares, audit_wrong_weights, audit_wrong_squares)
            select received_on, %s, answered_by, held_out, %s,
                coalesce(sum(csat), 0), sum(case when settled then ai_cost else 0 end),
                sum(case when settled then human_cost else 0 end),
                coalesce(sum(1 / audit_drawn), 0), coalesce(sum(1 / (audit_drawn * audit_drawn)), 0),
                coalesce(sum(case when audited_wrong then 1 / audit_drawn end), 0),
                coalesce(sum(case when audited_wrong then 1 / (audit_drawn * audit_drawn) end), 0)
            from case_figures where received_on = ? group by received_on, %s answered_by, held_out
            """;
    private static final String REASONS = """
            insert into case_day_reason (received_on, topic, reason, cases)
            select received_on, %s, reason, count(*) from case_figures
            where received_on = ? and reason is not null group by received_on, %s reason
            """;
    private static final String RISKS = """
            insert into case_day_risk (received_on, topic, model_version, step, cases, risk_sum, labelled, labelled_risk, wrong)
            select received_on, topic, model_version, step, count(*), sum(risk), sum(known), sum(known * risk), sum(wrong)
            from (select received_on, %s as topic, model_version, cast(least(19, floor(risk * 20)) as integer) as step, risk,
                    case when label in ('RIGHT', 'WRONG') then 1 else 0 end as known,
                    case when label = 'WRONG' then 1 else 0 end as wrong
                  from case_figures where received_on = ? and risk is not null) as judged
            group by received_on, topic, model_version, step
            """;

    private final JdbcTemplate database;

    Days(DataSource source) {
        this.database = new JdbcTemplate(source);
    }

    List<LocalDate> stale() {
        return database.query(
                "select received_on from case_day_stale order by received_on desc",
                (row, number) -> row.getDate(1).toLocalDate());
    }

    void makeStale(LocalDate day) {
        var date = Date.valueOf(day);
        database.update("""
                insert into case_day_stale (received_on) select cast(? as date)
                where not exists (select 1 from case_day_stale where received_on = ?)
                """, date, date);
    }

    int sum(LocalDate day) {
        var date = Date.valueOf(day);
        database.update("delete from case_day_stale where received_on = ?", date);
        TABLES.forEach(table -> database.update("delete from %s where received_on = ?".formatted(table), date));
        for (var topic : List.of("topic", "'%s'".formatted(ALL))) {
            var grouped = topic.equals("topic") ? "topic," : "";
            database.update(SUMS.formatted(Count.columns(), topic, Count.sums(), grouped), date);
            database.update(REASONS.formatted(topic, grouped), date);
            database.update(RISKS.formatted(topic), date);
        }
        times(date);
        return 1;
    }

    private void times(Date day) {
        Map<Group, Times> all = new HashMap<>();
        database.query(
                """
                select topic, answered_by, held_out, first_response, resolution, person_wait
                from case_figures where received_on = ?
                """,
                row -> {
                    var by = row.getString("answered_by");
                    var heldOut = row.getBoolean("held_out");
                    for (var topic : List.of(row.getString("topic"), ALL)) {
                        var times = all.computeIfAbsent(new Group(topic, by, heldOut), group -> Times.none());
                        add(times.firstResponse(), row.getObject("first_response", Long.class));
                        add(times.resolution(), row.getObject("resolution", Long.class));
                        add(times.personWait(), row.getObject("person_wait", Long.class));
                    }
                },
                day);
        database.batchUpdate(
                """
                insert into case_day_times (received_on, topic, answered_by, held_out, first_response, resolution, person_wait)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                all.entrySet().stream()
                        .map(entry -> Stream.concat(
                                        Stream.of(
                                                day,
                                                entry.getKey().topic(),
                                                entry.getKey().by(),
                                                entry.getKey().heldOut()),
                                        entry.getValue().encoded())
                                .toArray())
                        .toList());
    }

    private static void add(Durations durations, @Nullable Long seconds) {
        if (seconds != null) {
            durations.add(seconds);
        }
    }

    private record Group(String topic, String by, boolean heldOut) {}
}
