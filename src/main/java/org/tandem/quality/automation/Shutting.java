package org.tandem.quality.automation;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the guardrail does when it has seen enough: shuts, and says why. */
@Component
class Shutting {

    private static final Logger log = LoggerFactory.getLogger(Shutting.class);

    private final Switchboard switchboard;
    private final Observations observations;

    Shutting(Switchboard switchboard, Observations observations) {
        this.switchboard = switchboard;
        this.observations = observations;
    }

    /** @param since when it was last reopened */
    void shut(Subject subject, Measure measure, Instant since) {
        if (switchboard.standing(subject).mode() == Mode.SHUT) {
            return;
        }
        var why = why(subject, measure, since);
        switchboard.change(subject, Mode.SHUT, 0, Standing.BY_GUARDRAIL, why);
        log.warn(
                "The guardrail has shut {}: {} People answer what the AI would have; a lead decides on the page"
                        + " /quality/automation",
                subject.inWords(),
                why);
    }

    private String why(Subject subject, Measure measure, Instant since) {
        var sum = observations.sum(measure, subject.topic(), since);
        return switch (measure) {
            case WRONG ->
                "Of %d answers that were drawn for an audit with equal chances, %.0f were wrong: more than is tolerated."
                        .formatted(sum.seen(), sum.amount());
            case CHANGE ->
                "Of %d drafts that people judged, %.0f were wrong: far more of late than their stated risks say."
                        .formatted(sum.seen(), sum.amount());
            case OBJECTION ->
                "After %.0f of %d answers customers asked for a person or said that it was not solved: more than is tolerated."
                        .formatted(sum.amount(), sum.seen());
            case RATING ->
                "Customers rate the AI's answers lower than people's to the same kind of inquiries, by more than is tolerated.";
            case REPEAT ->
                "Customers come back more often after the AI's answers than after people's to the same kind of inquiries, by"
                        + " more than is tolerated.";
        };
    }
}
