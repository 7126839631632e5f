package org.tandem.desk.pool;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What leads call for, one row a skill. */
@Component
class SkillCallTable {

    private final JdbcClient database;

    SkillCallTable(JdbcClient database) {
        this.database = database;
    }

    List<SkillCall> openAt(Instant now) {
        return database.sql("select * from pool_skill_call where ends_at > ? order by skill")
                .param(Moment.of(now))
                .query(SkillCallTable::call)
                .list();
    }

    void add(SkillCall call) {
        database.sql("insert into pool_skill_call (skill, called_by, called_at, ends_at) values (?, ?, ?, ?)")
                .params(call.skill(), call.calledBy(), Moment.of(call.calledAt()), Moment.of(call.until()))
                .update();
    }

    /** @return false if this skill was never called for */
    boolean replace(SkillCall call) {
        return database.sql("update pool_skill_call set called_by = ?, called_at = ?, ends_at = ? where skill = ?")
                        .params(call.calledBy(), Moment.of(call.calledAt()), Moment.of(call.until()), call.skill())
                        .update()
                == 1;
    }

    void end(String skill, Instant now) {
        database.sql("update pool_skill_call set ends_at = ? where skill = ? and ends_at > ?")
                .params(Moment.of(now), skill, Moment.of(now))
                .update();
    }

    private static SkillCall call(ResultSet row, int number) throws SQLException {
        return new SkillCall(
                row.getString("skill"),
                row.getString("called_by"),
                Moment.in(row, "called_at"),
                Moment.in(row, "ends_at"));
    }
}
