package org.tandem.quality.numbers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.QualityEvent;
import org.tandem.quality.hearing.Ear;

/** Everything that happened and counts, each thing once by its id, and which of it is not counted yet. */
@Component
class Ledger implements Ear {

    private final JdbcClient database;
    private final ObjectMapper json;

    Ledger(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Whose answer it was counts for nothing, so that is not kept. */
    @Override
    public void hear(InquiryEvent event) {
        if (!(event instanceof InquiryEvent.AgentKnown)) {
            note(Happening.of(event));
        }
    }

    @EventListener
    void on(QualityEvent.OutcomeRevised event) {
        note(Happening.of(event));
    }

    @EventListener
    void on(QualityEvent.AnswerAudited event) {
        note(Happening.of(event));
    }

    @EventListener
    void on(QualityEvent.PersonAudited event) {
        note(Happening.of(event));
    }

    void note(Happening happening) {
        var isNew = database.sql("""
                        insert into case_event (event_id, inquiry_id, happened_at, type, event)
                        select cast(:id as uuid), cast(:inquiry as uuid), cast(:at as timestamp(6) with time zone), :type, :event
                        where not exists (select 1 from case_event where event_id = :id)
                        """)
                .param("id", happening.id())
                .param("inquiry", happening.inquiry().value())
                .param("at", Timestamp.from(happening.at()))
                .param("type", happening.event().getClass().getSimpleName())
                .param("event", write(happening.event()))
                .update();
        if (isNew == 1) {
            database.sql("insert into case_event_uncounted (event_id, inquiry_id) values (?, ?)")
                    .params(happening.id(), happening.inquiry().value())
                    .update();
        }
    }

    /** Inquiries of which something is not counted. */
    List<InquiryId> uncounted(int most) {
        return database.sql("select distinct inquiry_id from case_event_uncounted limit ?")
                .param(most)
                .query((row, number) -> new InquiryId(row.getObject(1, UUID.class)))
                .list();
    }

    List<Happening> of(InquiryId inquiry) {
        return database.sql("select type, event from case_event where inquiry_id = ?")
                .param(inquiry.value())
                .query((row, number) -> read(row.getString("type"), row.getString("event")))
                .list();
    }

    void counted(InquiryId inquiry, List<Happening> happenings) {
        var ids = new ArrayList<>(happenings.stream().map(Happening::id).toList());
        database.sql("delete from case_event_uncounted where inquiry_id = :inquiry and event_id in (:ids)")
                .param("inquiry", inquiry.value())
                .param("ids", ids)
                .update();
    }

    private String write(Object event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event cannot be written as JSON", e);
        }
    }

    private Happening read(String type, String event) {
        var known = Stream.of(InquiryEvent.class, QualityEvent.class)
                .flatMap(all -> Stream.of(all.getPermittedSubclasses()))
                .filter(one -> one.getSimpleName().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No event is called %s".formatted(type)));
        try {
            return switch (json.readValue(event, known)) {
                case InquiryEvent done -> Happening.of(done);
                case QualityEvent.OutcomeRevised revised -> Happening.of(revised);
                case QualityEvent.AnswerAudited audited -> Happening.of(audited);
                case QualityEvent.PersonAudited audited -> Happening.of(audited);
                default -> throw new IllegalStateException("A %s counts for no inquiry".formatted(type));
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A %s cannot be read: %s".formatted(type, event), e);
        }
    }
}
