package org.tandem.quality.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tandem.quality.learning.KnowledgeGap.State;

/** The gaps of the knowledge and what became of them. */
@Repository
class KnowledgeGaps {

    private static final int LONGEST_TITLE = 200;

    private static final String ALL = """
            select gap.*, count(inquiry.inquiry_id) as inquiries, coalesce(sum(inquiry.minutes), 0) as minutes
            from knowledge_gap gap left join unanswered_inquiry inquiry on inquiry.gap_id = gap.id
            """;
    private static final String EACH = """
             group by gap.id, gap.state, gap.title, gap.found_at, gap.changed_at, gap.changed_by, gap.reason, gap.topic,
                      gap.file, gap.published
            """;

    private final JdbcClient database;
    private final Clock clock;

    KnowledgeGaps(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    UUID add(String title) {
        var id = UUID.randomUUID();
        var now = Timestamp.from(clock.instant());
        database.sql("""
                        insert into knowledge_gap (id, state, title, found_at, changed_at, changed_by, reason, published)
                        values (?, ?, ?, ?, ?, 'Tandem', '', false)
                        """)
                .params(id, State.FOUND.name(), shortened(title), now, now)
                .update();
        return id;
    }

    /** Ranked by what they cost: how many there were times how long people had each. */
    List<KnowledgeGap> ranked() {
        return database.sql(ALL + EACH + " order by minutes desc, inquiries desc, gap.id")
                .query(KnowledgeGaps::read)
                .list();
    }

    Optional<KnowledgeGap> find(UUID id) {
        return database.sql(ALL + " where gap.id = :id" + EACH)
                .param("id", id)
                .query(KnowledgeGaps::read)
                .optional();
    }

    /** One at a time may change it, until the end of the transaction. */
    Optional<KnowledgeGap> findToChange(UUID id) {
        database.sql("select id from knowledge_gap where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional();
        return find(id);
    }

    void rename(UUID id, String title) {
        database.sql("update knowledge_gap set title = ? where id = ?")
                .params(shortened(title), id)
                .update();
    }

    void become(UUID id, State state, String by, String reason) {
        database.sql("update knowledge_gap set state = ?, changed_by = ?, reason = ?, changed_at = ? where id = ?")
                .params(state.name(), by, reason, Timestamp.from(clock.instant()), id)
                .update();
    }

    void approved(UUID id, String by, String topic, String title, String file, boolean published) {
        become(id, State.APPROVED, by, "");
        rename(id, title);
        database.sql("update knowledge_gap set topic = ?, file = ?, published = ? where id = ?")
                .params(topic, file, published, id)
                .update();
    }

    /** Nothing is known of it any more. */
    void drop(UUID id) {
        database.sql("delete from knowledge_gap where id = ?").param(id).update();
    }

    private static String shortened(String title) {
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }

    private static KnowledgeGap read(ResultSet row, int number) throws SQLException {
        return new KnowledgeGap(
                row.getObject("id", UUID.class),
                State.valueOf(row.getString("state")),
                row.getString("title"),
                row.getInt("inquiries"),
                Duration.ofSeconds(Math.round(row.getDouble("minutes") * 60)),
                row.getTimestamp("found_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"),
                row.getString("reason"),
                text(row, "topic"),
                text(row, "file"),
                row.getBoolean("published"));
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }
}
