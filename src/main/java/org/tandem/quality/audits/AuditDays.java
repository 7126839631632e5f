package org.tandem.quality.audits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.audits.Estimates.Estimate;
import org.tandem.quality.audits.Estimates.Part;
import org.tandem.quality.statistics.WeightedShare;

/**
 * What audits say of the answers of each day (of UTC), by topic and who gave them, in the table {@code audit_day}: a year is added up from its days. The
 * answers are counted one by one; what was drawn of them is added up anew whenever one of these has changed.
 */
final class AuditDays {

    private static final String ADD_UP = """
            update audit_day set (drawn, still_open, audits, weights, squares, wrong_weights, wrong_squares) =
                (select count(*),
                    count(case when is_right is null and dropped_at is null then 1 end),
                    count(is_right),
                    coalesce(sum(case when is_right is not null then 1 / chance end), 0),
                    coalesce(sum(case when is_right is not null then 1 / (chance * chance) end), 0),
                    coalesce(sum(case when not is_right then 1 / chance end), 0),
                    coalesce(sum(case when not is_right then 1 / (chance * chance) end), 0)
                 from audit
                 where audit.drawn = true and answered_at >= :from and answered_at < :until and coalesce(audit.topic, '') = :topic
                    and audit.answered_by = :by)
            where epoch_day = :day and topic = :topic and answered_by = :by
            """;

    private final JdbcClient database;

    AuditDays(JdbcClient database) {
        this.database = database;
    }

    private record Place(LocalDate day, String topic, AnsweredBy by) {

        static Place of(ResultSet row, int number) throws SQLException {
            return new Place(
                    LocalDate.ofEpochDay(row.getLong("epoch_day")),
                    row.getString("topic"),
                    AnsweredBy.valueOf(row.getString("answered_by")));
        }
    }

    /** @param topic empty for none */
    void count(LocalDate day, String topic, AnsweredBy by) {
        int counted = database.sql("""
                        update audit_day set answers = answers + 1 where epoch_day = ? and topic = ? and answered_by = ?
                        """)
                .params((int) day.toEpochDay(), topic, by.name())
                .update();
        if (counted == 0) {
            database.sql("insert into audit_day (epoch_day, topic, answered_by, answers) values (?, ?, ?, 1)")
                    .params((int) day.toEpochDay(), topic, by.name())
                    .update();
        }
    }

    void changed(String conversationKey) {
        addUp("conversation_key = ?", conversationKey);
    }

    void changed(InquiryId inquiry) {
        addUp("inquiry_id = ? and answered_at is not null", inquiry.value());
    }

    /** Always in the same order, so that no two wait for each other. */
    private void addUp(String answers, Object parameter) {
        database.sql("""
                        select distinct cast(floor(extract(epoch from answered_at) / 86400) as integer) as epoch_day,
                            coalesce(topic, '') as topic, answered_by
                        from audit where drawn = true and %s order by 1, 2, 3
                        """.formatted(answers))
                .param(parameter)
                .query(Place::of)
                .list()
                .forEach(this::addUp);
    }

    /** Whoever adds up next waits for the row, and then sees what this one has seen. */
    private void addUp(Place place) {
        int day = (int) place.day().toEpochDay();
        database.sql("select answers from audit_day where epoch_day = ? and topic = ? and answered_by = ? for update")
                .params(day, place.topic(), place.by().name())
                .query(Long.class)
                .optional();
        database.sql(ADD_UP)
                .param("from", midnight(place.day()))
                .param("until", midnight(place.day().plusDays(1)))
                .param("topic", place.topic())
                .param("by", place.by().name())
                .param("day", day)
                .update();
    }

    /** @param last included */
    Estimates of(LocalDate first, LocalDate last) {
        var sums = new HashMap<Place, Estimate>();
        database.sql("select * from audit_day where epoch_day >= ? and epoch_day <= ?")
                .params((int) first.toEpochDay(), (int) last.toEpochDay())
                .query((ResultSet row) -> {
                    var place = Place.of(row, 0);
                    var monday = place.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                    sums.merge(new Place(monday, place.topic(), place.by()), estimate(row), Estimate::plus);
                });
        return new Estimates(parts(sums));
    }

    private static List<Part> parts(Map<Place, Estimate> byWeek) {
        return byWeek.entrySet().stream()
                .map(one -> new Part(
                        one.getKey().by(), one.getKey().topic(), one.getKey().day(), one.getValue()))
                .toList();
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

    private static Timestamp midnight(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
