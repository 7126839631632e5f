package org.tandem.desk.pool;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Announced slots in the database; those that were taken back stay there and are not found. */
@Component
class SlotTable {

    private final JdbcClient database;

    SlotTable(JdbcClient database) {
        this.database = database;
    }

    List<Slot> of(String agent) {
        return database.sql("select * from pool_slot where agent = ? and revoked_at is null order by starts, id")
                .param(agent)
                .query(SlotTable::slot)
                .list();
    }

    List<Slot> all() {
        return database.sql("select * from pool_slot where revoked_at is null order by agent, starts, id")
                .query(SlotTable::slot)
                .list();
    }

    void add(Slot slot, Instant at) {
        database.sql("""
                        insert into pool_slot (id, agent, starts, ends, zone, weekly_until, announced_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        slot.id(),
                        slot.agent(),
                        slot.starts(),
                        slot.ends(),
                        slot.zone().getId(),
                        slot.weeklyUntil(),
                        Moment.of(at))
                .update();
    }

    void revoke(String agent, UUID slot, Instant at) {
        database.sql("update pool_slot set revoked_at = ? where id = ? and agent = ? and revoked_at is null")
                .params(Moment.of(at), slot, agent)
                .update();
    }

    void revokeAll(String agent, Instant at) {
        database.sql("update pool_slot set revoked_at = ? where agent = ? and revoked_at is null")
                .params(Moment.of(at), agent)
                .update();
    }

    private static Slot slot(ResultSet row, int number) throws SQLException {
        return new Slot(
                row.getObject("id", UUID.class),
                row.getString("agent"),
                row.getObject("starts", LocalDateTime.class),
                row.getObject("ends", LocalDateTime.class),
                ZoneId.of(row.getString("zone")),
                row.getObject("weekly_until", LocalDate.class));
    }
}
