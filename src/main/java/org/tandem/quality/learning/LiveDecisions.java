package org.tandem.quality.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tandem.quality.statistics.PairedCases;

/** The live inquiries on which both champion and challenger have decided, the latter silently. */
@Repository
class LiveDecisions {

    private static final int MOST_CASES = 2_000;

    /** Differing means that customers would have noticed. */
    private static final String DIFFER =
            "(silent.would_answer <> silent.beside_would_answer or silent.would_answer and silent.topic <> silent.beside_topic)";

    private static final String SELECT = """
            select silent.*, figures.number from shadow_case silent
            left join case_figures figures on figures.inquiry_id = silent.inquiry_id
            where silent.beside_model = :champion and silent.model_version = :challenger and %s
            order by silent.tried_at desc, silent.conversation_key limit :most offset :offset
            """;

    private final JdbcClient database;
    private final LearningSettings settings;
    private final Clock clock;

    LiveDecisions(JdbcClient database, LearningSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * How many there are.
     *
     * @param labelled of which people have said what they are about, or whether the answer was right
     * @param differing in which customers would have noticed which of the two decided
     */
    record Count(int all, int champions, int challengers, int labelled, int differing) {}

    Count count(String champion, String challenger) {
        return database.sql("""
                        select count(*) as decided,
                            count(case when beside_would_answer then 1 end) as champions,
                            count(case when would_answer then 1 end) as challengers,
                            count(case when labelled then 1 end) as labelled,
                            count(case when %s then 1 end) as differing
                        from shadow_case silent where beside_model = :champion and model_version = :challenger
                        """.formatted(DIFFER))
                .param("champion", champion)
                .param("challenger", challenger)
                .query((row, number) -> new Count(
                        row.getInt("decided"),
                        row.getInt("champions"),
                        row.getInt("challengers"),
                        row.getInt("labelled"),
                        row.getInt("differing")))
                .single();
    }

    /** Both on the latest of them that people have labelled since, each by its own gate as it stood then. */
    Contest contest(String champion, String challenger) {
        var pairs = find("labelled", champion, challenger, 0, MOST_CASES).stream()
                .map(LiveDecision::pair)
                .toList();
        return Contest.of(champion, challenger, clock.instant(), new PairedCases(pairs), settings.confidence());
    }

    /** The newest first. */
    List<LiveDecision> differing(String champion, String challenger, int offset, int most) {
        return find(DIFFER, champion, challenger, offset, most);
    }

    private List<LiveDecision> find(String which, String champion, String challenger, int offset, int most) {
        return database.sql(SELECT.formatted(which))
                .param("champion", champion)
                .param("challenger", challenger)
                .param("offset", offset)
                .param("most", most)
                .query(LiveDecisions::read)
                .list();
    }

    private static LiveDecision read(ResultSet row, int number) throws SQLException {
        return new LiveDecision(
                row.getString("number"),
                row.getTimestamp("tried_at").toInstant(),
                new LiveDecision.Side(
                        row.getString("beside_topic"),
                        row.getBoolean("beside_would_answer"),
                        row.getBoolean("beside_right")),
                new LiveDecision.Side(
                        row.getString("topic"), row.getBoolean("would_answer"), row.getBoolean("label_right")),
                row.getString("said_topic"),
                row.getDouble("label_weight"));
    }
}
