package org.tandem.quality.backtest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the ledger of decisions has been told. Where a customer or an agent spoke of an answer it is known outright, whether or not it
 * was audited as well; audits speak for those of which nobody did. That nobody came back is no knowledge.
 */
@Component
class LedgerLabels implements Labels {

    private final JdbcClient database;

    LedgerLabels(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Map<String, Known> of(Collection<String> keys) {
        var all = new HashMap<String, Known>();
        database.sql("""
            select d.conversation_key, d.answered_at, d.said_topic, d.label_right, d.label_source, d.truth, a.chance,
                d.objected_at is not null or d.repeated_at is not null or coalesce(a.rated_low, false)
                    or coalesce(d.truth_source, 'silence') not in ('silence', 'audit') as spoken_of
            from quality_decision d left join audit a on a.conversation_key = d.conversation_key
            where d.conversation_key in (:keys)
            """).param("keys", keys).query(row -> {
            all.put(row.getString("conversation_key"), known(row));
        });
        return all;
    }

    private static Known known(ResultSet row) throws SQLException {
        var wrong = wrong(row.getObject("label_right", Boolean.class));
        if (row.getObject("answered_at") == null) {
            return new Known(wrong, row.getString("said_topic"), 1);
        }
        if (row.getBoolean("spoken_of")) {
            return new Known(wrong == null ? truth(row.getString("truth")) : wrong, null, 1);
        }
        double chance = row.getDouble("chance"); // 0 where there is none
        return new Known("audit".equals(row.getString("label_source")) ? wrong : null, null, chance);
    }

    private static @Nullable Boolean wrong(@Nullable Boolean right) {
        return right == null ? null : !right;
    }

    private static @Nullable Boolean truth(String truth) {
        return switch (truth) {
            case "RIGHT" -> Boolean.FALSE;
            case "WRONG" -> Boolean.TRUE;
            default -> null;
        };
    }
}
