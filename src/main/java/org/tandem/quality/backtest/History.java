package org.tandem.quality.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The gate's decisions as they were kept, the oldest first, read row by row however many there are. */
@Component
class History {

    private static final int ROWS_AT_ONCE = 1_000;
    private static final TypeReference<Map<String, @Nullable Object>> VARIABLES = new TypeReference<>() {};

    private final JdbcTemplate database;
    private final TransactionTemplate reading;
    private final ObjectMapper json;

    History(DataSource database, PlatformTransactionManager transactions, ObjectMapper json) {
        this.database = new JdbcTemplate(database);
        this.database.setFetchSize(ROWS_AT_ONCE);
        this.reading = new TransactionTemplate(transactions); // PostgreSQL hands out rows bit by bit only in one
        this.reading.setReadOnly(true);
        this.json = json;
    }

    void read(Period period, Consumer<PastDecision> reader) {
        reading.executeWithoutResult(status -> database.query(
                """
                select d.conversation_key, i.number, d.route, d.matched_rule, d.gate_inputs
                from inquiry_decision d join inquiry i on i.id = d.inquiry_id
                where d.decided_at >= ? and d.decided_at < ?
                order by d.decided_at, d.conversation_key
                """, (ResultSet row) -> reader.accept(decision(row)), at(period.from()), at(period.to())));
    }

    int count(Period period) {
        var count = database.queryForObject(
                "select count(*) from inquiry_decision where decided_at >= ? and decided_at < ?",
                Integer.class,
                at(period.from()),
                at(period.to()));
        return count == null ? 0 : count;
    }

    private PastDecision decision(ResultSet row) throws SQLException {
        return new PastDecision(
                row.getString("conversation_key"),
                row.getString("number"),
                new Route(row.getString("route"), row.getString("matched_rule")),
                inputs(row.getString("gate_inputs")));
    }

    private Map<String, @Nullable Object> inputs(String text) {
        try {
            return json.readValue(text, VARIABLES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The inputs of a decision are no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
