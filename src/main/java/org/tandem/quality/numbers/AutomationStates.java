package org.tandem.quality.numbers;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far automation is open now: of everything, and of each topic and model that stands otherwise. */
@Component
public class AutomationStates {

    private final JdbcClient database;

    AutomationStates(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param kind {@code ALL}, {@code TOPIC} or {@code MODEL}
     * @param mode {@code SHADOW}, {@code RELEASED}, {@code OPEN} or {@code SHUT}
     * @param share of the inquiries that the AI may answer, 0 to 1
     * @param by who did it: somebody's name, {@code Guardrail} or {@code Settings}
     */
    public record State(
            String kind, String subject, String mode, double share, Instant since, String by, String reason) {}

    public List<State> now() {
        return database.sql("""
                        select * from automation_state where kind = 'ALL' or mode <> 'OPEN' order by kind, subject
                        """)
                .query((row, number) -> new State(
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getString("mode"),
                        row.getDouble("share"),
                        row.getTimestamp("since").toInstant(),
                        row.getString("done_by"),
                        row.getString("reason")))
                .list();
    }
}
