package org.tandem.process;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tandem.desk.levels.DeadlinePassed;
import org.tandem.desk.levels.EscalationOver;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;

/** Tells the engine which promises were not kept, so that a lead gets a task, and about which nobody has to decide any more. */
@Component
class EscalationMessages {

    private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final EngineMessages engine;
    private final Inquiries inquiries;

    EscalationMessages(EngineMessages engine, Inquiries inquiries) {
        this.engine = engine;
        this.inquiries = inquiries;
    }

    @Async(OutboxConfiguration.EXECUTOR)
    @TransactionalEventListener
    void on(DeadlinePassed event) {
        var key = event.escalation().toString();
        var inquiry = new InquiryId(event.inquiryId());
        engine.publish(
                EngineMessage.DEADLINE_PASSED,
                event.escalation(),
                key,
                Map.of(
                        "escalationKey", key,
                        "inquiryId", inquiry.toString(),
                        "inquiryNumber", inquiries.get(inquiry).number(),
                        "escalatedDeadline", event.deadline(),
                        "escalatedDue", DUE.format(event.dueAt())));
    }

    @Async(OutboxConfiguration.EXECUTOR)
    @TransactionalEventListener
    void on(EscalationOver event) {
        var key = event.escalation().toString();
        var id = UUID.nameUUIDFromBytes((key + ":over").getBytes(StandardCharsets.UTF_8));
        engine.publish(EngineMessage.ESCALATION_OVER, id, key, Map.of());
    }
}
