package org.tandem.desk.pool;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is available, one row a person, and every change of it. */
@Component
class PresenceTable {

    private static final String PRESENCES = """
            select presence.*, greatest(presence.idle_from, coalesce(
                (select max(work.idle_from) from pool_open work where work.agent = presence.agent), 0)) as idle_since
            from pool_presence presence
            """;

    private final JdbcClient database;

    PresenceTable(JdbcClient database) {
        this.database = database;
    }

    /** @param available what it became */
    record Change(String agent, boolean available, Instant at) {}

    Optional<Presence> find(String agent) {
        return database.sql(PRESENCES + "where presence.agent = ?")
                .param(agent)
                .query(PresenceTable::presence)
                .optional();
    }

    List<Presence> all() {
        return database.sql(PRESENCES + "order by presence.agent")
                .query(PresenceTable::presence)
                .list();
    }

    void add(Presence first) {
        database.sql("""
                        insert into pool_presence (agent, available, available_seconds, counted_at, seen_at, revision)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        first.agent(),
                        first.available(),
                        first.availableSeconds(),
                        Moment.of(first.countedAt()),
                        Moment.of(first.seenAt()),
                        first.revision())
                .update();
    }

    /** @return false if it has changed since it was {@code seen} */
    boolean change(Presence seen, boolean available, long availableSeconds, Instant now) {
        return database.sql("""
                        update pool_presence set available = ?, available_seconds = ?, counted_at = ?, revision = revision + 1
                        where agent = ? and revision = ?
                        """)
                        .params(available, availableSeconds, Moment.of(now), seen.agent(), seen.revision())
                        .update()
                == 1;
    }

    /** @return false if it has changed since it was {@code seen} */
    boolean isOffered(Presence seen) {
        return database.sql("update pool_presence set revision = revision + 1 where agent = ? and revision = ?")
                        .params(seen.agent(), seen.revision())
                        .update()
                == 1;
    }

    /** An offer that is open now: from when it was made on idle time begins anew, whatever becomes of others. */
    void accepts(String agent, UUID offer) {
        database.sql("""
                        update pool_presence set idle_from = greatest(idle_from, coalesce(
                            (select work.idle_from from pool_open work where work.offer = ?), 0)) where agent = ?
                        """).params(offer, agent).update();
    }

    void sign(String agent, Instant now) {
        database.sql("update pool_presence set seen_at = ? where agent = ? and seen_at < ?")
                .params(Moment.of(now), agent, Moment.of(now))
                .update();
    }

    void note(Change change) {
        database.sql("insert into pool_presence_change (id, agent, available, at) values (?, ?, ?, ?)")
                .params(UUID.randomUUID(), change.agent(), change.available(), Moment.of(change.at()))
                .update();
    }

    List<Change> changesSince(Instant then) {
        return database.sql("select * from pool_presence_change where at >= ? order by at, id")
                .param(Moment.of(then))
                .query((row, number) ->
                        new Change(row.getString("agent"), row.getBoolean("available"), Moment.in(row, "at")))
                .list();
    }

    private static Presence presence(ResultSet row, int number) throws SQLException {
        return new Presence(
                row.getString("agent"),
                row.getBoolean("available"),
                row.getLong("available_seconds"),
                row.getLong("idle_since"),
                Moment.in(row, "counted_at"),
                Moment.in(row, "seen_at"),
                row.getLong("revision"));
    }
}
