package org.tandem.quality.automation;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.quality.audits.Suspicion;

/** What the guardrail is about to shut is audited more, and what surges. */
@Component
class Suspicions implements Suspicion {

    private final Decisions decisions;
    private final Guards guards;
    private final Surging surging;

    Suspicions(Decisions decisions, Guards guards, Surging surging) {
        this.decisions = decisions;
        this.guards = guards;
        this.surging = surging;
    }

    @Override
    public double of(@Nullable String topic) {
        return topic == null
                ? guards.suspicion(Subject.EVERYTHING)
                : Math.max(guards.suspicion(Subject.topic(topic)), surging.suspicion(topic));
    }

    @Override
    public OptionalDouble risk(String conversationKey) {
        return decisions
                .find(conversationKey)
                .map(decision -> decision.told().stated())
                .map(stated -> OptionalDouble.of(stated.risk()))
                .orElseGet(OptionalDouble::empty);
    }
}
