package org.tandem.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The answers that wait for their moment, one for each task. They outlive the application, and one instance at a time sends one. */
@Component
class HeldAnswers {

    /** Whoever began to send an answer and was not heard of since is thought to be gone. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private final JdbcClient database;

    HeldAnswers(JdbcClient database) {
        this.database = database;
    }

    /** Instead of one that was not sent. */
    void keep(HeldAnswer answer) {
        database.sql("delete from held_answer where task_key = ? and problem is not null")
                .param(answer.taskKey())
                .update();
        database.sql("""
            insert into held_answer
                (task_key, agent, number, filled_in, customer_messages, goes_at, tries, free_at)
            values (?, ?, ?, ?, ?, ?, 0, ?)
            """)
                .params(
                        answer.taskKey(),
                        answer.agent(),
                        answer.number(),
                        answer.filledIn(),
                        answer.customerMessages(),
                        Timestamp.from(answer.goesAt()),
                        Timestamp.from(answer.goesAt()))
                .update();
    }

    Optional<HeldAnswer> of(long taskKey) {
        return select("task_key = ?", taskKey).stream().findFirst();
    }

    List<HeldAnswer> by(String agent) {
        return select("agent = ? order by goes_at", agent);
    }

    List<HeldAnswer> due(Instant now) {
        return select("problem is null and free_at <= ? order by goes_at", Timestamp.from(now));
    }

    /** Whether this one is for the caller to send: nobody else is, and it was not taken back meanwhile. */
    boolean begin(HeldAnswer answer, Instant now) {
        return database.sql("""
            update held_answer set tries = tries + 1, free_at = ?
            where task_key = ? and agent = ? and tries = ? and problem is null
            """)
                        .params(Timestamp.from(now.plus(LEASE)), answer.taskKey(), answer.agent(), answer.tries())
                        .update()
                == 1;
    }

    /** Whether it was still there to be taken back. */
    boolean takeBack(long taskKey, String agent) {
        return database.sql("delete from held_answer where task_key = ? and agent = ? and (tries = 0 or problem is"
                                + " not null)")
                        .params(taskKey, agent)
                        .update()
                == 1;
    }

    void done(HeldAnswer answer) {
        database.sql("delete from held_answer where task_key = ?")
                .param(answer.taskKey())
                .update();
    }

    void notSent(HeldAnswer answer, String problem) {
        database.sql("update held_answer set problem = ? where task_key = ?")
                .params(problem, answer.taskKey())
                .update();
    }

    /** What was not sent is there to be read for a while, but not for ever: it can be about customers. */
    void forgetOlderThan(Instant then) {
        database.sql("delete from held_answer where problem is not null and goes_at < ?")
                .param(Timestamp.from(then))
                .update();
    }

    private List<HeldAnswer> select(String which, Object parameter) {
        return database.sql("select * from held_answer where " + which)
                .param(parameter)
                .query((row, number) -> answer(row))
                .list();
    }

    @SuppressWarnings("NullAway") // what may be null in the row may be null in the record
    private static HeldAnswer answer(ResultSet row) throws SQLException {
        return new HeldAnswer(
                row.getLong("task_key"),
                row.getString("agent"),
                row.getString("number"),
                row.getString("filled_in"),
                row.getInt("customer_messages"),
                row.getTimestamp("goes_at").toInstant(),
                row.getInt("tries"),
                row.getString("problem"));
    }
}
