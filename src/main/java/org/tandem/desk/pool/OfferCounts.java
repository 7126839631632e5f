package org.tandem.desk.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What allocation goes by, counted from the steps of offers. That something was declined is counted for its task only. */
@Component
class OfferCounts {

    /** Nothing that was offered so long before is still open. */
    private static final Duration LONGEST_OPEN = Duration.ofDays(1);

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

    /** Who left so many offers unanswered since they last did something; those that were open at the same time count as one. */
    Set<String> silent(int unanswered) {
        return silent(unanswered, """
                select step.agent, offer.made_at, step.at from pool_offer_step step
                join pool_offer offer on offer.id = step.offer
                join pool_presence presence on presence.agent = step.agent
                where step.at > presence.seen_at and step.state = 'EXPIRED' order by step.at
                """, List.of());
    }

    /** Asked by each of their pages every few seconds, so only their own offers are looked at. */
    boolean isSilent(Presence presence, int unanswered) {
        return !silent(
                        unanswered,
                        """
                        select step.agent, offer.made_at, step.at from pool_offer offer
                        join pool_offer_step step on step.offer = offer.id
                        where offer.agent = ? and offer.made_at > ? and step.at > ? and step.state = 'EXPIRED'
                        order by step.at
                        """,
                        List.of(
                                presence.agent(),
                                Moment.of(presence.seenAt().minus(LONGEST_OPEN)),
                                Moment.of(presence.seenAt())))
                .isEmpty();
    }

    private Set<String> silent(int unanswered, String query, List<?> parameters) {
        var runs = new HashMap<String, Unanswered>();
        database.sql(query).params(parameters).query(row -> {
            runs.merge(
                    row.getString("agent"),
                    new Unanswered(1, Moment.in(row, "made_at"), Moment.in(row, "at")),
                    Unanswered::and);
        });
        return runs.entrySet().stream()
                .filter(run -> run.getValue().times() >= unanswered)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** How many times in a row, from when to when for the last of them. */
    private record Unanswered(int times, Instant madeAt, Instant expiredAt) {

        Unanswered and(Unanswered later) {
            return later.madeAt.isBefore(expiredAt) ? this : new Unanswered(times + 1, later.madeAt, later.expiredAt);
        }
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
