package org.tandem.quality.hearing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.InquiryEvent;

/** What has happened and was not heard yet. Noted in the transaction in which it happens: one row, and nothing else that could fail. */
@Component
class Inbox {

    private final JdbcClient database;
    private final ObjectMapper json;

    Inbox(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @EventListener
    void note(InquiryEvent event) {
        database.sql("insert into quality_inbox (event_id, inquiry_id, type, event, due_at) values (?, ?, ?, ?, ?)")
                .params(
                        event.eventId(),
                        event.inquiryId().value(),
                        event.getClass().getSimpleName(),
                        write(event),
                        Timestamp.from(event.at()))
                .update();
    }

    /** One instance at a time hears, so that events keep their order. The lock ends with the transaction. */
    void lock() {
        database.sql("select id from quality_reader where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    /** The oldest that are due, none of an inquiry of which an earlier one failed and is not due again. */
    List<Entry> due(Instant now, int most) {
        return database.sql("""
                        select event_id, type, event, tries from quality_inbox entry
                        where due_at <= :now and not exists (
                            select 1 from quality_inbox earlier
                            where earlier.inquiry_id = entry.inquiry_id and earlier.position < entry.position
                              and earlier.due_at > :now)
                        order by position limit :most
                        """)
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, number) -> new Entry(
                        row.getObject("event_id", UUID.class),
                        read(row.getString("type"), row.getString("event")),
                        row.getInt("tries")))
                .list();
    }

    void heard(List<Entry> entries) {
        if (!entries.isEmpty()) {
            database.sql("delete from quality_inbox where event_id in (:ids)")
                    .param("ids", entries.stream().map(Entry::id).toList())
                    .update();
        }
    }

    void putOff(Entry entry, Instant due) {
        database.sql("update quality_inbox set tries = tries + 1, due_at = ? where event_id = ?")
                .params(Timestamp.from(due), entry.id())
                .update();
    }

    record Entry(UUID id, InquiryEvent event, int tries) {}

    private String write(InquiryEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event cannot be written as JSON", e);
        }
    }

    private InquiryEvent read(String type, String event) {
        for (var known : InquiryEvent.class.getPermittedSubclasses()) {
            if (known.getSimpleName().equals(type)) {
                try {
                    return (InquiryEvent) json.readValue(event, known);
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException("A %s cannot be read: %s".formatted(type, event), e);
                }
            }
        }
        throw new IllegalStateException("No event is called %s".formatted(type));
    }
}
