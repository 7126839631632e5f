package org.tandem.quality.backtest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customers had written when the AI read it. It stays in memory only as long as it is read again. */
@Component
class CustomerTexts {

    /** @param drafted whether there was an answer to send then; without a fact that it needs there is none */
    record Asked(List<String> messages, @Nullable String language, boolean drafted) {

        /** Without what people wrote, so that it can be logged. */
        @Override
        public String toString() {
            return "Asked[messages=%d]".formatted(messages.size());
        }
    }

    private final JdbcClient database;

    CustomerTexts(JdbcClient database) {
        this.database = database;
    }

    /** By conversation key; those that the AI had not read, or that were erased since, are missing. */
    Map<String, Asked> of(Collection<String> keys) {
        var all = new HashMap<String, Asked>();
        database.sql("""
            select a.conversation_key, a.customer_messages, a.draft is not null drafted, i.language, m.text
            from inquiry_attempt a
            join inquiry i on i.id = a.inquiry_id
            join inquiry_message m on m.inquiry_id = a.inquiry_id and m.author = 'CUSTOMER'
            where a.conversation_key in (:keys)
            order by a.conversation_key, m.position
            """).param("keys", keys).query((ResultSet row) -> add(row, all));
        all.values().removeIf(asked -> asked.messages().stream().allMatch(String::isBlank));
        return all;
    }

    private static void add(ResultSet row, Map<String, Asked> all) throws SQLException {
        var language = row.getString("language");
        boolean drafted = row.getBoolean("drafted");
        var asked = all.computeIfAbsent(
                row.getString("conversation_key"), key -> new Asked(new ArrayList<>(), language, drafted));
        if (asked.messages().size() < row.getInt("customer_messages")) {
            asked.messages().add(row.getString("text"));
        }
    }
}
