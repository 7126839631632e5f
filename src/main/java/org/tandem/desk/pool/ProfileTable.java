package org.tandem.desk.pool;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agents' profiles in the database. */
@Component
class ProfileTable {

    private final JdbcClient database;
    private final PoolChanges changes;

    ProfileTable(JdbcClient database) {
        this.database = database;
        this.changes = new PoolChanges(database);
    }

    Optional<Profile> find(String agent) {
        return find("select * from pool_agent where agent = ?", agent);
    }

    /** Until the transaction ends, nobody else looks at this agent to change something. */
    Optional<Profile> lock(String agent) {
        return find("select * from pool_agent where agent = ? for update", agent);
    }

    private Optional<Profile> find(String sql, String agent) {
        return database.sql(sql)
                .param(agent)
                .query((row, number) -> profile(row, skills(agent)))
                .optional();
    }

    List<Profile> all() {
        Map<String, Set<String>> skills = new HashMap<>();
        database.sql("select agent, skill from pool_skill").query(row -> {
            skills.computeIfAbsent(row.getString("agent"), agent -> new TreeSet<>())
                    .add(row.getString("skill"));
        });
        return database.sql("select * from pool_agent order by agent")
                .query((row, number) -> profile(row, skills.getOrDefault(row.getString("agent"), Set.of())))
                .list();
    }

    Set<String> allSkills() {
        return new TreeSet<>(database.sql("select distinct skill from pool_skill")
                .query(String.class)
                .list());
    }

    @Transactional
    public void put(Profile profile, String by, Instant at) {
        var changed = database.sql(
                        "update pool_agent set level = ?, cap = ?, zone = ?, changed_by = ?, changed_at = ? where"
                                + " agent = ?")
                .params(
                        profile.level().name(),
                        profile.cap(),
                        profile.zone().getId(),
                        by,
                        Moment.of(at),
                        profile.agent())
                .update();
        if (changed == 0) {
            database.sql("insert into pool_agent (level, cap, zone, changed_by, changed_at, agent) values (?, ?, ?,"
                            + " ?, ?, ?)")
                    .params(
                            profile.level().name(),
                            profile.cap(),
                            profile.zone().getId(),
                            by,
                            Moment.of(at),
                            profile.agent())
                    .update();
        }
        database.sql("delete from pool_skill where agent = ?")
                .param(profile.agent())
                .update();
        profile.skills()
                .forEach(skill -> database.sql("insert into pool_skill (agent, skill) values (?, ?)")
                        .params(profile.agent(), skill)
                        .update());
        changes.note(PoolChanges.What.NOTED, profile, by, at);
    }

    void remove(String agent, String by, Instant at) {
        find(agent).ifPresent(profile -> changes.note(PoolChanges.What.REMOVED, profile, by, at));
        database.sql("delete from pool_skill where agent = ?").param(agent).update();
        database.sql("delete from pool_agent where agent = ?").param(agent).update();
    }

    private Set<String> skills(String agent) {
        return new TreeSet<>(database.sql("select skill from pool_skill where agent = ?")
                .param(agent)
                .query(String.class)
                .list());
    }

    private static Profile profile(ResultSet row, Set<String> skills) throws SQLException {
        return new Profile(
                row.getString("agent"),
                Level.valueOf(row.getString("level")),
                skills,
                row.getInt("cap"),
                ZoneId.of(row.getString("zone")));
    }
}
