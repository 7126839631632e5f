package org.tandem.desk.pay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tandem.inquiry.InquiryId;

/** What customers did after the answers of people. */
@Repository
class SignTable {

    private final JdbcClient database;

    SignTable(JdbcClient database) {
        this.database = database;
    }

    /** Once for each event, and only where a person answered before. */
    void add(Sign sign) {
        var matters = database.sql("""
                        select count(*) from pay_work
                        where (inquiry_id = :inquiry or conversation_key = :about) and kind in ('ANSWER', 'CALL_BACK')
                          and not exists (select 1 from pay_sign where event_id = :event)
                        """)
                .param("inquiry", sign.inquiry().value())
                .param("about", String.valueOf(sign.aboutKey()))
                .param("event", sign.event())
                .query(Integer.class)
                .single();
        if (matters > 0) {
            database.sql(
                            "insert into pay_sign (event_id, inquiry_id, about_key, kind, score, at) values (?, ?, ?, ?, ?, ?)")
                    .params(
                            sign.event(),
                            sign.inquiry().value(),
                            sign.aboutKey(),
                            sign.kind().name(),
                            sign.score(),
                            Timestamp.from(sign.at()))
                    .update();
        }
    }

    List<Sign> about(Work work) {
        return database.sql("select * from pay_sign where inquiry_id = ? or about_key = ?")
                .params(work.inquiry().value(), work.conversationKey())
                .query((row, number) -> read(row))
                .list();
    }

    /** About all answers of somebody in a time. */
    List<Sign> about(String agent, Instant from, Instant to) {
        return database.sql("""
                        select * from pay_sign
                        where inquiry_id in (select inquiry_id from pay_work
                                             where agent = :agent and done_at >= :from and done_at < :to)
                           or about_key in (select conversation_key from pay_work
                                            where agent = :agent and done_at >= :from and done_at < :to)
                        """)
                .param("agent", agent)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, number) -> read(row))
                .list();
    }

    private static Sign read(ResultSet row) throws SQLException {
        return new Sign(
                row.getObject("event_id", UUID.class),
                new InquiryId(row.getObject("inquiry_id", UUID.class)),
                row.getString("about_key"),
                Sign.Kind.valueOf(row.getString("kind")),
                row.getInt("score"),
                row.getTimestamp("at").toInstant());
    }
}
