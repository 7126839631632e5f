package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.event.TransactionalApplicationListenerMethodAdapter;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;

/** What the engine had not heard when events got their names of today is heard after the upgrade. */
class StoredEventsTest {

    private static final Instant AT = Instant.parse("2026-03-04T05:06:07.891234Z");
    private static final UUID ID = UUID.randomUUID();
    private static final InquiryId INQUIRY = InquiryId.next();
    private static final Map<String, InquiryEvent> BY_OLD_NAME = Map.of(
            "InquiryReceived", new InquiryEvent.Received(ID, INQUIRY, AT, "TA-1", "key:1"),
            "InquiryReopened", new InquiryEvent.Reopened(ID, INQUIRY, AT, "TA-1", "key:1", HandOverReason.REOPENED),
            "CustomerWrote", new InquiryEvent.CustomerWrote(ID, INQUIRY, AT, "key:1"),
            "PersonRequested", new InquiryEvent.PersonRequested(ID, INQUIRY, AT, "key:1"),
            "VerdictGiven", new InquiryEvent.VerdictGiven(ID, INQUIRY, AT, "key:1", true),
            "InquiryRated", new InquiryEvent.Rated(ID, INQUIRY, AT, 5),
            "InquiryWithdrawn", new InquiryEvent.Withdrawn(ID, INQUIRY, AT));

    private final ObjectMapper json = Jackson2ObjectMapperBuilder.json().build();

    @Test
    void eventsStoredUnderTheirOldNamesAreDeliverable() throws Exception {
        var database = DataSourceBuilder.create()
                .url(System.getProperty("tandem.test.database", "jdbc:h2:mem:stored-events;DB_CLOSE_DELAY=-1"))
                .build();
        var jdbc = JdbcClient.create(database);
        Flyway.configure().dataSource(database).target("4").load().migrate();
        for (var old : BY_OLD_NAME.entrySet()) {
            store(jdbc, "org.tandem.inquiry." + old.getKey(), old.getValue());
        }

        Flyway.configure().dataSource(database).load().migrate();

        for (var expected : BY_OLD_NAME.values()) {
            var type = expected.getClass().getName();
            var stored = jdbc.sql("select listener_id, serialized_event from event_publication where event_type = ?")
                    .param(type)
                    .query()
                    .singleRow();
            assertThat(stored.get("listener_id")).isEqualTo(listener(expected.getClass()));
            assertThat(json.readValue(String.valueOf(stored.get("serialized_event")), expected.getClass()))
                    .isEqualTo(expected);
        }
    }

    private void store(JdbcClient jdbc, String type, InquiryEvent event) {
        ObjectNode withoutTime = json.valueToTree(event);
        withoutTime.remove("at");
        jdbc.sql(
                        "insert into event_publication (id, listener_id, event_type, serialized_event, publication_date) values (?, ?, ?, ?, ?)")
                .params(List.of(
                        UUID.randomUUID(),
                        "org.tandem.process.EngineMessages.on(" + type + ")",
                        type,
                        withoutTime.toString(),
                        AT.atOffset(ZoneOffset.ofHours(2))))
                .update();
    }

    /** As Spring names the method that listens to it today. */
    private static String listener(Class<?> event) throws NoSuchMethodException {
        return new TransactionalApplicationListenerMethodAdapter(
                        "engineMessages", EngineMessages.class, EngineMessages.class.getDeclaredMethod("on", event))
                .getListenerId();
    }
}
