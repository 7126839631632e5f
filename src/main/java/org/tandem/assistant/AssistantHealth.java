package org.tandem.assistant;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells operators whether the assistant is as they want it, and how far its learning is. Without it Tandem works on, by the model before
 * or by people alone, so it never makes the whole unhealthy.
 */
@Component("assistantHealthIndicator")
class AssistantHealth implements HealthIndicator {

    private final Assistant assistant;

    AssistantHealth(Assistant assistant) {
        this.assistant = assistant;
    }

    @Override
    public Health health() {
        return switch (assistant.readiness()) {
            case Readiness.Ready ready ->
                Health.up()
                        .withDetail("model", ready.modelVersion())
                        .withDetail("meanwhile", ready.next())
                        .build();
            case Readiness.Preparing preparing ->
                Health.status("PREPARING").withDetail("step", preparing.step()).build();
            case Readiness.Failed failed ->
                Health.status("FAILED").withDetail("why", failed.why()).build();
            case Readiness.SwitchedOff off ->
                Health.status("SWITCHED_OFF")
                        .withDetail("why", "switched off by tandem.assistant.enabled: every inquiry goes to a person")
                        .build();
        };
    }
}
