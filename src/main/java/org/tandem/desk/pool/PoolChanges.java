package org.tandem.desk.pool;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who changed the pool, for auditors. It is only ever added to, in the transaction of the change. */
@Service
public class PoolChanges {

    private final JdbcClient database;

    PoolChanges(JdbcClient database) {
        this.database = database;
    }

    /** What became of somebody in the pool. */
    public enum What {
        NOTED("Noted"),
        REMOVED("Taken out");

        private final String words;

        What(String words) {
            this.words = words;
        }

        public String inWords() {
            return words;
        }
    }

    /** @param details what they can do from then on, or could until then */
    public record Change(String agent, What what, String details, String by, Instant at) {}

    /** The latest first. */
    public List<Change> latest(int most) {
        return database.sql("select * from pool_change order by changed_at desc, id fetch first ? rows only")
                .param(most)
                .query(PoolChanges::read)
                .list();
    }

    void note(What what, Profile profile, String by, Instant at) {
        database.sql(
                        "insert into pool_change (id, agent, what, details, changed_by, changed_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        profile.agent(),
                        what.name(),
                        "%s, %d at once, %s: %s"
                                .formatted(
                                        profile.level().inWords(),
                                        profile.cap(),
                                        profile.zone(),
                                        profile.skills().isEmpty() ? "no skills" : WhyMe.skills(profile.skills())),
                        by,
                        Moment.of(at))
                .update();
    }

    private static Change read(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getString("agent"),
                What.valueOf(row.getString("what")),
                row.getString("details"),
                row.getString("changed_by"),
                Moment.in(row, "changed_at"));
    }
}
