package org.tandem.desk.pool;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What allocation goes by, counted from the steps of offers. That something was declined is counted for its task only. */
@Component
class OfferCounts {

    private final JdbcClient database;

    OfferCounts(JdbcClient database) {
        this.database = database;
    }

    Map<String, Integer> acceptedSince(Instant then) {
        var counts = new HashMap<String, Integer>();
        database.sql("""
                        select agent, count(*) as accepted from pool_offer_step
                        where at >= ? and state = 'ACCEPTED' group by agent
                        """).param(Moment.of(then)).query(row -> {
            counts.put(row.getString("agent"), row.getInt("accepted"));
        });
        return counts;
    }

    /** Who did not answer so many offers since they last did something. */
    Set<String> silent(int unanswered) {
        return new HashSet<>(
                database.sql("""
                        select step.agent from pool_offer_step step join pool_presence presence on presence.agent = step.agent
                        where step.at > presence.seen_at and step.state = 'EXPIRED'
                        group by step.agent having count(*) >= ?
                        """).param(unanswered).query(String.class).list());
    }

    /** For each task who declined it, did not answer or gave it back since then. */
    Map<Long, Set<String>> refusedSince(Instant then, Collection<Long> tasks) {
        var refused = new HashMap<Long, Set<String>>();
        database.sql("""
                        select offer.task_key, step.agent from pool_offer_step step join pool_offer offer on offer.id = step.offer
                        where step.at > ? and step.state in ('DECLINED', 'EXPIRED', 'ABANDONED')
                        """).param(Moment.of(then)).query(row -> {
            var key = row.getLong("task_key");
            if (tasks.contains(key)) {
                refused.computeIfAbsent(key, task -> new HashSet<>()).add(row.getString("agent"));
            }
        });
        return refused;
    }
}
