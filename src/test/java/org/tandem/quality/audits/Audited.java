package org.tandem.quality.audits;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;
import org.tandem.testing.TablesInMemory;

/** Inquiries as quality hears of them, and a database with what is drawn. */
final class Audited {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /** Of a person. */
    static final UUID MESSAGE = UUID.fromString("00000000-0000-0000-0000-000000000007");

    final JdbcClient database;
    final List<Object> published = new ArrayList<>();
    final Map<String, Double> suspicion = new HashMap<>();
    final Draws draws;
    OptionalDouble stated = OptionalDouble.empty();
    final HoldOut holdOut;

    Audited(AuditSettings settings) {
        this(settings, JdbcClient.create(TablesInMemory.create()));
    }

    Audited(AuditSettings settings, JdbcClient database) {
        this.database = database;
        var beans = new StaticListableBeanFactory();
        beans.addBean("suspicion", new Suspicion() {
            @Override
            public double of(@Nullable String topic) {
                return suspicion.getOrDefault(String.valueOf(topic), 0.0);
            }

            @Override
            public OptionalDouble risk(String conversationKey) {
                return stated;
            }
        });
        draws = new Draws(new AuditTable(database), settings, beans.getBeanProvider(Suspicion.class), published::add);
        holdOut = new HoldOut(database, settings);
    }

    InquiryId aiAnswers(String topic, double risk) {
        var id = InquiryId.next();
        aiAnswers(id, topic, risk);
        return id;
    }

    void aiAnswers(InquiryId id, String topic, double risk) {
        hear(decided(id, "AI_ANSWER", "routine-confident", topic, risk));
        hear(new InquiryEvent.AiAnswered(UUID.randomUUID(), id, NOON, key(id), UUID.randomUUID()));
    }

    /** Who it was becomes known a moment later. */
    void personAnswers(InquiryId id, int episode) {
        answered(id, episode);
        agentKnown(id, episode);
    }

    void answered(InquiryId id, int episode) {
        hear(new InquiryEvent.AnsweredByPerson(
                UUID.randomUUID(),
                id,
                NOON,
                id + ":" + episode,
                MESSAGE,
                "OTHER",
                "NO_DRAFT",
                null,
                "refund-status",
                null));
    }

    void agentKnown(InquiryId id, int episode) {
        hear(new InquiryEvent.AgentKnown(UUID.randomUUID(), id, NOON.plusSeconds(2), id + ":" + episode, "anna"));
    }

    void isHeldOut(InquiryId id) {
        database.sql("""
                    insert into held_out (inquiry_id, conversation_key, topic, topic_class, risk, model_version, decided_at)
                    values (?, ?, 'refund-status', 'routine', 0.01, 'test-model', current_timestamp)
                    """).params(id.value(), key(id)).update();
    }

    void rates(InquiryId id, int score) {
        hear(new InquiryEvent.Rated(UUID.randomUUID(), id, NOON.plusSeconds(60), score));
    }

    void hear(InquiryEvent event) {
        draws.hear(event);
        holdOut.hear(event);
    }

    static InquiryEvent.Decided decided(InquiryId id, String route, String rule, @Nullable String topic, double risk) {
        return new InquiryEvent.Decided(
                UUID.randomUUID(), id, NOON, key(id), route, rule, topic, "routine", risk, "test-model");
    }

    static String key(InquiryId id) {
        return id + ":1";
    }

    /** How many of the answers are so. */
    int count(String condition) {
        return database.sql("select count(*) from audit where " + condition)
                .query(Integer.class)
                .single();
    }
}
