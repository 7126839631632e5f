package org.tandem.process;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells the engine again what it has not heard, as soon as it answers. */
@Component
class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    /** Younger events are still on their way in this instance. */
    private static final Duration ON_THEIR_WAY = Duration.ofSeconds(20);

    private final IncompleteEventPublications publications;
    private final CamundaClient engine;
    private final ModelDeployment models;
    private @Nullable EngineFailure trouble;

    Outbox(IncompleteEventPublications publications, CamundaClient engine, ModelDeployment models) {
        this.publications = publications;
        this.engine = engine;
        this.models = models;
    }

    @Scheduled(
            initialDelayString = "${tandem.process.outbox-interval:PT5S}",
            fixedDelayString = "${tandem.process.outbox-interval:PT5S}")
    void tellAgain() {
        if (engineAnswers() && models.deployed().isDone()) {
            publications.resubmitIncompletePublicationsOlderThan(ON_THEIR_WAY);
        }
    }

    private boolean engineAnswers() {
        EngineFailure now = null;
        var reason = "no broker is there";
        try {
            if (engine.newTopologyRequest().send().join().getBrokers().isEmpty()) {
                now = EngineFailure.AWAY;
            }
        } catch (RuntimeException e) {
            now = EngineFailure.of(e).passes() ? EngineFailure.AWAY : EngineFailure.REFUSED;
            reason = EngineFailure.reason(e);
        }
        if (now != trouble) {
            tell(now, reason);
            trouble = now;
        }
        return now == null;
    }

    private static void tell(@Nullable EngineFailure trouble, String reason) {
        if (trouble == null) {
            log.info("The engine answers again");
        } else if (trouble.passes()) {
            log.info("The engine does not answer: inquiries wait in the database");
            log.debug("The engine does not answer: {}", reason);
        } else {
            log.error("The engine refuses Tandem, inquiries wait in the database: {}", reason);
        }
    }
}
