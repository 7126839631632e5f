package org.tandem.process;

import java.util.HashMap;
import java.util.Map;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tandem.quality.automation.AutomationReopened;
import org.tandem.quality.automation.AutomationShut;

/** Tells the engine what the guardrail has shut, so that a lead gets a task, and what is open again, so that nobody looks in vain. */
@Component
class AutomationMessages {

    private final EngineMessages engine;

    AutomationMessages(EngineMessages engine) {
        this.engine = engine;
    }

    @Async(OutboxConfiguration.EXECUTOR)
    @TransactionalEventListener
    void on(AutomationShut event) {
        var key = event.eventId().toString();
        var variables = new HashMap<String, Object>(
                Map.of("shutKey", key, "shutWhat", event.what(), "shutReason", event.reason()));
        variables.put("shutTopic", event.topic());
        engine.publish(EngineMessage.AUTOMATION_SHUT, event.eventId(), key, variables);
    }

    @Async(OutboxConfiguration.EXECUTOR)
    @TransactionalEventListener
    void on(AutomationReopened event) {
        engine.publish(
                EngineMessage.AUTOMATION_REOPENED, event.eventId(), event.shut().toString(), Map.of());
    }
}
