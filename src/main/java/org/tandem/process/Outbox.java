package org.tandem.process;

import io.camunda.client.CamundaClient;
import java.time.Duration;
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
    private boolean engineAnswered = true;

    Outbox(IncompleteEventPublications publications, CamundaClient engine) {
        this.publications = publications;
        this.engine = engine;
    }

    @Scheduled(
            initialDelayString = "${tandem.process.outbox-interval:PT5S}",
            fixedDelayString = "${tandem.process.outbox-interval:PT5S}")
    void tellAgain() {
        if (engineAnswers()) {
            publications.resubmitIncompletePublicationsOlderThan(ON_THEIR_WAY);
        }
    }

    private boolean engineAnswers() {
        boolean answers;
        try {
            answers = !engine.newTopologyRequest().send().join().getBrokers().isEmpty();
        } catch (RuntimeException e) {
            answers = false;
        }
        if (answers != engineAnswered) {
            log.info(
                    answers
                            ? "The engine answers again"
                            : "The engine does not answer: inquiries wait in the database");
            engineAnswered = answers;
        }
        return answers;
    }
}
