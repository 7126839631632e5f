package org.tandem.desk;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.tandem.staff.StaffMember;

/** Who has a task on the screen just now: whoever looks is told of the others, and the others of them. Nothing of it is kept. */
@Service
public class Presence {

    /** Pages ask every three seconds, those in the background less often. */
    static final Duration STILL_THERE = Duration.ofSeconds(20);

    private final JdbcClient database;
    private final Clock clock;

    Presence(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Who else looks at it, now that somebody does. */
    public List<String> others(long taskKey, StaffMember me) {
        var now = clock.instant();
        var seenAt = Timestamp.from(now);
        if (database.sql("update task_presence set seen_at = ? where task_key = ? and agent = ?")
                        .params(seenAt, taskKey, me.name())
                        .update()
                == 0) {
            insert(taskKey, me.name(), seenAt);
        }
        return database.sql("select agent from task_presence where task_key = ? and agent <> ? and seen_at > ? order by"
                        + " agent")
                .params(taskKey, me.name(), Timestamp.from(now.minus(STILL_THERE)))
                .query(String.class)
                .list();
    }

    @Scheduled(fixedDelayString = "PT10M")
    void forgetOld() {
        database.sql("delete from task_presence where seen_at < ?")
                .param(Timestamp.from(clock.instant().minus(STILL_THERE)))
                .update();
    }

    private void insert(long taskKey, String agent, Timestamp seenAt) {
        try {
            database.sql("insert into task_presence (task_key, agent, seen_at) values (?, ?, ?)")
                    .params(taskKey, agent, seenAt)
                    .update();
        } catch (DuplicateKeyException anotherWindow) {
            // of the same person, at the same moment
        }
    }
}
