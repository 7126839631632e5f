package org.tandem.quality.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tandem.assistant.ModelsInUse;

/** Which model answered from when on, by whom it was chosen and why. Nothing is ever taken out of it. */
@Repository
class ModelChanges implements ModelsInUse {

    private static final int LATELY = 5;
    private static final String NOBODY = "Tandem";

    private final JdbcClient database;
    private final Clock clock;

    ModelChanges(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<InUse> last() {
        return latest(1).stream().findFirst().map(change -> new InUse(change.to(), change.ground()));
    }

    @Override
    public List<String> lately() {
        return latest(LATELY).stream().map(ModelChange::to).distinct().toList();
    }

    @Override
    public void began(InUse model, String why) {
        add(ModelChange.Kind.LEARNED, model, NOBODY, why, "");
    }

    void add(ModelChange.Kind kind, InUse model, String by, String reason, String figures) {
        database.sql("""
                        insert into model_change (kind, from_version, to_version, ground, changed_by, reason, figures, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        kind.name(),
                        last().map(InUse::version).orElse(null),
                        model.version(),
                        model.ground(),
                        by,
                        reason,
                        figures,
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** The newest first. */
    List<ModelChange> latest(int most) {
        return database.sql("select * from model_change order by position desc limit ?")
                .param(most)
                .query(ModelChanges::read)
                .list();
    }

    /** Whether it ever answered customers. */
    boolean wasInUse(String version) {
        return database.sql("select count(*) from model_change where to_version = ?")
                        .param(version)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static ModelChange read(ResultSet row, int number) throws SQLException {
        return new ModelChange(
                ModelChange.Kind.valueOf(row.getString("kind")),
                row.getString("from_version"),
                row.getString("to_version"),
                row.getString("ground"),
                row.getString("changed_by"),
                row.getString("reason"),
                row.getString("figures"),
                row.getTimestamp("changed_at").toInstant());
    }
}
