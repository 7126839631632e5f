package org.tandem.quality.backtest;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customers and agents said, as the case files have it. */
@Component
class CaseLabels implements Labels {

    private final JdbcClient database;

    CaseLabels(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Map<String, Known> of(Collection<String> keys) {
        var known = new HashMap<String, Known>();
        database.sql("""
                        select d.conversation_key, d.route, i.outcome, i.verdict, a.draft_verdict
                        from inquiry_decision d
                        join inquiry i on i.id = d.inquiry_id
                        left join inquiry_answer a on a.inquiry_id = d.inquiry_id and a.position = 0
                        where d.conversation_key in (:keys)
                        """).param("keys", keys).query(row -> {
            boolean byAi = row.getString("route").equals("AI_ANSWER");
            var verdict = row.getString("draft_verdict");
            if (byAi && "SOLVED_BY_AI".equals(row.getString("outcome")) && row.getBoolean("verdict")) {
                known.put(row.getString("conversation_key"), new Known(false, null, 1));
            } else if (verdict != null && !verdict.equals("NO_DRAFT")) {
                known.put(row.getString("conversation_key"), new Known(verdict.equals("WRONG"), null, 1));
            }
        });
        return known;
    }
}
