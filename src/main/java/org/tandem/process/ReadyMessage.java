package org.tandem.process;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tandem.assistant.Assistant;
import org.tandem.assistant.Readiness;

/** Says in the log, once, that everything is there and where to begin; before that, what is missing. */
@Component
class ReadyMessage {

    private static final Logger log = LoggerFactory.getLogger(ReadyMessage.class);
    private static final int LOOKS_BEFORE_A_COMPLAINT = 5;

    private final ModelDeployment models;
    private final Assistant assistant;
    private final Environment environment;
    private volatile boolean open;
    private boolean said;
    private int looks;
    private List<String> complained = List.of();

    ReadyMessage(ModelDeployment models, Assistant assistant, Environment environment) {
        this.models = models;
        this.assistant = assistant;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        open = true;
    }

    @Scheduled(fixedDelay = 1_000)
    synchronized void look() {
        if (!open || said) {
            return;
        }
        var missing = missing();
        if (missing.isEmpty()) {
            said = true;
            log.info("Tandem is ready: {}{}", addresses(), withoutAi());
        } else if (++looks > LOOKS_BEFORE_A_COMPLAINT && !missing.equals(complained)) {
            complained = missing;
            log.warn("Tandem takes inquiries but is not ready yet, {}. {}", String.join("; ", missing), addresses());
        }
    }

    /** Without what changes from look to look: how far learning is, its own lines tell. */
    private List<String> missing() {
        var missing = new ArrayList<String>();
        switch (models.deployed().state()) {
            case RUNNING -> missing.add("the engine does not answer, inquiries wait for it in the database");
            case FAILED, CANCELLED -> missing.add("the models are not deployed, see the error above");
            case SUCCESS -> {}
        }
        if (assistant.readiness() instanceof Readiness.Preparing) {
            missing.add("the AI is still loading or learning its model, inquiries go to people meanwhile");
        }
        return missing;
    }

    private String withoutAi() {
        return switch (assistant.readiness()) {
            case Readiness.SwitchedOff off -> ". The AI is switched off, people answer everything";
            case Readiness.Failed failed -> ". It works without a new AI model: " + failed.why();
            case Readiness.Preparing preparing -> "";
            case Readiness.Ready ready -> "";
        };
    }

    private String addresses() {
        var port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return "Help page http://localhost:%s/, API http://localhost:%s/api/docs".formatted(port, port);
    }
}
