package org.tandem.desk;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.desk.Drafts.Aside;

/** What was typed in one window and not gone on with in another, one text for each task, person and window. */
@Component
class DraftsAside {

    private static final String ONE = " where task_key = ? and agent = ? and window_name = ?";

    private final JdbcClient database;

    DraftsAside(JdbcClient database) {
        this.database = database;
    }

    List<Aside> of(TaskDraft.Id id) {
        return database.sql("""
            select window_name, content, saved_at from task_draft_aside
            where task_key = ? and agent = ? order by saved_at, window_name
            """)
                .params(id.taskKey(), id.agent())
                .query((row, number) -> new Aside(
                        row.getString("window_name"),
                        row.getString("content"),
                        row.getTimestamp("saved_at").toInstant()))
                .list();
    }

    /** Instead of what this window set aside before. */
    boolean replace(TaskDraft.Id id, String window, String content, Instant now) {
        return database.sql("update task_draft_aside set content = ?, saved_at = ?" + ONE)
                        .params(content, Timestamp.from(now), id.taskKey(), id.agent(), window)
                        .update()
                == 1;
    }

    /** Whether there was room for it. */
    boolean put(TaskDraft.Id id, String window, String content, Instant now) {
        try {
            return replace(id, window, content, now) || add(id, window, content, now);
        } catch (DuplicateKeyException meanwhile) {
            return replace(id, window, content, now);
        }
    }

    void drop(TaskDraft.Id id, String window) {
        database.sql("delete from task_draft_aside" + ONE)
                .params(id.taskKey(), id.agent(), window)
                .update();
    }

    void drop(TaskDraft.Id id) {
        database.sql("delete from task_draft_aside where task_key = ? and agent = ?")
                .params(id.taskKey(), id.agent())
                .update();
    }

    void dropOlderThan(Instant then) {
        database.sql("delete from task_draft_aside where saved_at < ?")
                .param(Timestamp.from(then))
                .update();
    }

    private boolean add(TaskDraft.Id id, String window, String content, Instant now) {
        return database.sql("""
            insert into task_draft_aside (task_key, agent, window_name, content, saved_at)
            select cast(? as bigint), ?, ?, ?, cast(? as timestamp with time zone)
            where (select count(*) from task_draft_aside where task_key = ? and agent = ?) < ?
            """)
                        .params(
                                id.taskKey(),
                                id.agent(),
                                window,
                                content,
                                Timestamp.from(now),
                                id.taskKey(),
                                id.agent(),
                                Drafts.MOST_ASIDE)
                        .update()
                == 1;
    }
}
