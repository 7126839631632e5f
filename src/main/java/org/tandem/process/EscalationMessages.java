package org.tandem.process;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tandem.desk.hours.CaseCalendars;
import org.tandem.desk.levels.DeadlinePassed;
import org.tandem.desk.levels.EscalationOver;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Moments;

/** Tells the engine which promises were not kept, so that a lead gets a task, and about which nobody has to decide any more. */
@Component
class EscalationMessages {

    private final EngineMessages engine;
    private final Inquiries inquiries;
    private final CaseCalendars calendars;

    EscalationMessages(EngineMessages engine, Inquiries inquiries, CaseCalendars calendars) {
        this.engine = engine;
        this.inquiries = inquiries;
        this.calendars = calendars;
    }

    @Async(OutboxConfiguration.EXECUTOR)
    @TransactionalEventListener
    void on(DeadlinePassed event) {
        var key = event.escalation().toString();
        var inquiry = new InquiryId(event.inquiryId());
        var file = inquiries.get(inquiry);
        engine.publish(
                EngineMessage.DEADLINE_PASSED,
                event.escalation(),
                key,
                Map.of(
                        "escalationKey", key,
                        "inquiryId", inquiry.toString(),
                        "inquiryNumber", file.number(),
                        "escalatedDeadline", event.deadline(),
                        "escalatedDue", Moments.withYear(event.dueAt(), calendars.of(file))));
    }

    @Async(OutboxConfiguration.EXECUTOR)
    @TransactionalEventListener
    void on(EscalationOver event) {
        var key = event.escalation().toString();
        var id = UUID.nameUUIDFromBytes((key + ":over").getBytes(StandardCharsets.UTF_8));
        engine.publish(EngineMessage.ESCALATION_OVER, id, key, Map.of());
    }
}
