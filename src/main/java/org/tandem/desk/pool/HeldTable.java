package org.tandem.desk.pool;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Since when people are known to have tasks that were not offered to them. It outlives a restart. */
@Component
class HeldTable {

    private final JdbcClient database;

    HeldTable(JdbcClient database) {
        this.database = database;
    }

    record Held(long task, String agent) {}

    /** What is held now begins now unless it was known; what is not held any more is forgotten. */
    Map<Held, Instant> since(Set<Held> now, Instant at) {
        var known = new HashMap<Held, Instant>();
        database.sql("select * from pool_held").query(row -> {
            known.put(new Held(row.getLong("task_key"), row.getString("agent")), Moment.in(row, "since"));
        });
        known.keySet().stream().filter(one -> !now.contains(one)).forEach(this::forget);
        known.keySet().retainAll(now);
        now.stream().filter(one -> !known.containsKey(one)).forEach(one -> {
            begin(one, at);
            known.put(one, at);
        });
        return known;
    }

    private void begin(Held held, Instant at) {
        try {
            database.sql("insert into pool_held (task_key, agent, since) values (?, ?, ?)")
                    .params(held.task(), held.agent(), Moment.of(at))
                    .update();
        } catch (DuplicateKeyException faster) {
            // another application has just noted the same
        }
    }

    private void forget(Held held) {
        database.sql("delete from pool_held where task_key = ? and agent = ?")
                .params(held.task(), held.agent())
                .update();
    }
}
