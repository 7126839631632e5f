package org.tandem.process;

import java.util.Map;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tandem.desk.pool.ReviewAsked;

/** Tells the engine that somebody wants a person to look at a decision of the allocation, so that a lead gets a task. */
@Component
class AllocationReviewMessages {

    private final EngineMessages engine;

    AllocationReviewMessages(EngineMessages engine) {
        this.engine = engine;
    }

    @Async(OutboxConfiguration.EXECUTOR)
    @TransactionalEventListener
    void on(ReviewAsked event) {
        var key = event.eventId().toString();
        engine.publish(
                EngineMessage.ALLOCATION_REVIEW_ASKED,
                event.eventId(),
                key,
                Map.of(
                        "reviewKey", key,
                        "notFor", event.agent(),
                        "reviewAgent", event.agent(),
                        "reviewAbout", event.about(),
                        "reviewQuestion", event.question()));
    }
}
