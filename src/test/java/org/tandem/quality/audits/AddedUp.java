package org.tandem.quality.audits;

import org.springframework.jdbc.core.simple.JdbcClient;

/** For tests that write audits past the code: the sums of all days. */
public final class AddedUp {

    private AddedUp() {}

    public static void anew(JdbcClient database) {
        database.sql("delete from audit_day").update();
        database.sql("""
                        insert into audit_day (epoch_day, topic, answered_by, answers, drawn, still_open, audits, weights, squares,
                            wrong_weights, wrong_squares)
                        select epoch_day, topic, answered_by, count(*), count(case when drawn then 1 end),
                            count(case when drawn and is_right is null and dropped_at is null then 1 end),
                            count(case when drawn then is_right end),
                            coalesce(sum(case when drawn and is_right is not null then 1 / chance end), 0),
                            coalesce(sum(case when drawn and is_right is not null then 1 / (chance * chance) end), 0),
                            coalesce(sum(case when drawn and not is_right then 1 / chance end), 0),
                            coalesce(sum(case when drawn and not is_right then 1 / (chance * chance) end), 0)
                        from (
                            select cast(floor(extract(epoch from answered_at) / 86400) as integer) as epoch_day,
                                coalesce(topic, '') as topic, answered_by, drawn, is_right, dropped_at, chance
                            from audit where answered_at is not null) as answers
                        group by epoch_day, topic, answered_by
                        """).update();
    }
}
