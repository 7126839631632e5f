package org.tandem.quality.automation;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.quality.audits.Suspicion;

/** What the guardrail is about to shut is audited more. */
@Component
class Suspicions implements Suspicion {

    private final Guards guards;

    Suspicions(Guards guards) {
        this.guards = guards;
    }

    @Override
    public double of(@Nullable String topic) {
        return guards.suspicion(topic == null ? Subject.EVERYTHING : Subject.topic(topic));
    }
}
