package org.tandem.quality.automation;

import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.quality.hearing.Ear;

/**
 * Compares how customers rate answers of the AI with how they rate people's, on inquiries that the AI would answer. The first rating of an
 * inquiry counts, unless both have answered; as of when the answer was given, for what was repaired since has no part in it.
 */
@Component
class Ratings implements Ear {

    /** From one point to five. */
    static final double SPAN = 4;

    private final Decisions decisions;
    private final Guards guards;

    Ratings(Decisions decisions, Guards guards) {
        this.decisions = decisions;
        this.guards = guards;
    }

    @Override
    public void hear(InquiryEvent event) {
        if (event instanceof InquiryEvent.Rated rated) {
            decisions
                    .latestOf(rated.inquiryId())
                    .filter(DecisionRecord::wouldAnswer)
                    .filter(decision -> decision.answered() != (decision.saidAt() != null))
                    .ifPresent(decision -> guards.observe(new Observation(
                            rated.inquiryId().toString(),
                            Measure.RATING,
                            decision.tried().topic(),
                            decision.answered(),
                            0,
                            (rated.score() - 1) / SPAN,
                            Objects.requireNonNull(decision.answered() ? decision.answeredAt() : decision.saidAt()))));
        }
    }
}
