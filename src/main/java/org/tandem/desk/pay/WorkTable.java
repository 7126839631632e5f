package org.tandem.desk.pay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tandem.inquiry.InquiryId;

/** Work that was done, and when to look at it next. */
@Repository
class WorkTable {

    private final JdbcClient database;

    WorkTable(JdbcClient database) {
        this.database = database;
    }

    /** Once; it is due at once. */
    void add(Work work) {
        if (find(work.key(), "").isPresent()) {
            return;
        }
        database.sql("""
                        insert into pay_work
                            (work_key, kind, inquiry_id, conversation_key, agent, done_at, due_at, tries, earned)
                        values (?, ?, ?, ?, ?, ?, ?, 0, false)
                        """)
                .params(
                        work.key(),
                        work.kind().name(),
                        work.inquiry().value(),
                        work.conversationKey(),
                        work.agent(),
                        Timestamp.from(work.doneAt()),
                        Timestamp.from(work.doneAt()))
                .update();
    }

    /** What is not paid yet of this stretch may be by now. */
    void lookAgain(String conversationKey, Instant at) {
        database.sql("update pay_work set due_at = ? where conversation_key = ? and not earned")
                .params(Timestamp.from(at), conversationKey)
                .update();
    }

    List<String> due(Instant now, int most) {
        return database.sql("select work_key from pay_work where due_at <= ? order by due_at limit ?")
                .params(Timestamp.from(now), most)
                .query(String.class)
                .list();
    }

    /** Nobody else looks at it until the end of the transaction; nothing if somebody has meanwhile. */
    Optional<Work> take(String key, Instant now) {
        return find(key, "for update").filter(locked -> isDue(key, now));
    }

    private boolean isDue(String key, Instant now) {
        return database.sql("select count(*) from pay_work where work_key = ? and due_at <= ?")
                        .params(key, Timestamp.from(now))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private Optional<Work> find(String key, String lock) {
        return database.sql("select * from pay_work where work_key = ? " + lock)
                .param(key)
                .query(WorkTable::read)
                .optional();
    }

    List<Work> of(String agent, Instant from, Instant to) {
        return database.sql("select * from pay_work where agent = ? and done_at >= ? and done_at < ?")
                .params(agent, Timestamp.from(from), Timestamp.from(to))
                .query(WorkTable::read)
                .list();
    }

    /** When somebody called in this stretch of the conversation before and reached nobody. */
    Optional<Instant> lastTryBefore(Work work) {
        return database.sql("""
                        select done_at from pay_work where conversation_key = ? and kind = 'CALL_BACK' and work_key <> ?
                            and done_at < ? order by done_at desc fetch first 1 rows only
                        """)
                .params(work.conversationKey(), work.key(), Timestamp.from(work.doneAt()))
                .query((row, number) -> row.getTimestamp("done_at").toInstant())
                .optional();
    }

    void putOff(String key, Instant due) {
        database.sql("update pay_work set tries = tries + 1, due_at = ? where work_key = ?")
                .params(Timestamp.from(due), key)
                .update();
    }

    /** @param due when to see whether there is a bonus, null if there can be none */
    void earned(String key, String agent, @Nullable Instant due) {
        database.sql("update pay_work set earned = true, agent = ?, due_at = ?, tries = 0 where work_key = ?")
                .params(agent, due == null ? null : Timestamp.from(due), key)
                .update();
    }

    void judged(String key, Standing standing) {
        database.sql("update pay_work set standing = ?, due_at = null where work_key = ?")
                .params(standing.name(), key)
                .update();
    }

    private static Work read(ResultSet row, int number) throws SQLException {
        return new Work(
                row.getString("work_key"),
                PaidWork.Kind.valueOf(row.getString("kind")),
                new InquiryId(row.getObject("inquiry_id", UUID.class)),
                row.getString("conversation_key"),
                text(row, "agent"),
                row.getTimestamp("done_at").toInstant(),
                row.getBoolean("earned"),
                row.getInt("tries"));
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }
}
