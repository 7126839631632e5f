package org.tandem.quality.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.tandem.assistant.StoredModels;
import org.tandem.policy.ModelPolicy;
import org.tandem.process.EngineContract;
import org.tandem.testing.TablesInMemory;

/** A database with decisions of the past, and a backtest over it. */
final class PastCases {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataSource database;
    private final List<Object[]> inquiries = new ArrayList<>();
    private final List<Object[]> decisions = new ArrayList<>();

    private PastCases(DataSource database) {
        this.database = database;
    }

    static PastCases inMemory() {
        return new PastCases(TablesInMemory.create());
    }

    /** @return the key of the conversation */
    String decided(String number, Instant at, Route route, Map<String, @Nullable Object> inputs) {
        var id = UUID.randomUUID();
        inquiries.add(new Object[] {id, number, at.atOffset(ZoneOffset.UTC)});
        decisions.add(
                new Object[] {id, id + ":1", route.route(), route.rule(), json(inputs), at.atOffset(ZoneOffset.UTC)});
        return id + ":1";
    }

    private static String json(Map<String, @Nullable Object> inputs) {
        try {
            return JSON.writeValueAsString(inputs);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A calm question about one of our topics. */
    static Map<String, @Nullable Object> inputs(String topicClass, double risk, double guaranteedRisk) {
        var inputs = new HashMap<String, @Nullable Object>();
        inputs.put("topic", "refund-status");
        inputs.put("topicClass", topicClass);
        inputs.put("topicAutomated", true);
        inputs.put("risk", risk);
        inputs.put("guaranteedRisk", guaranteedRisk);
        inputs.put("distress", false);
        inputs.put("customerAskedForPerson", false);
        inputs.put("severalRequests", false);
        inputs.put("languageSupported", true);
        inputs.put("repeatContacts", 0);
        return inputs;
    }

    JdbcClient database() {
        return JdbcClient.create(database);
    }

    Backtest backtest(Labels labels, String models) {
        var template = new JdbcTemplate(database);
        template.batchUpdate("""
            insert into inquiry (id, version, number, state, closed, episode, customer_name, customer_email,
                contact_key, received_at, repeat_contacts)
            values (?, 0, ?, 'RESOLVED', true, 1, 'A', 'a@example.org', 'a@example.org', ?, 0)
            """, inquiries);
        template.batchUpdate("""
            insert into inquiry_decision (inquiry_id, position, conversation_key, route, reason, matched_rule,
                decision_version, gate_inputs, decided_at)
            values (?, 0, ?, ?, 'because', ?, 'v1', ?, ?)
            """, decisions);
        inquiries.clear();
        decisions.clear();
        var client = database();
        var beans = new StaticListableBeanFactory();
        beans.addBean("policy", new ModelPolicy(EngineContract.capabilities()));
        return new Backtest(
                new History(database, new JdbcTransactionManager(database), JSON),
                labels,
                new HandlingTime(client),
                new CustomerTexts(client),
                beans.getBeanProvider(StoredModels.class),
                beans.getBeanProvider(ModelPolicy.class),
                Clock.systemUTC(),
                models);
    }
}
