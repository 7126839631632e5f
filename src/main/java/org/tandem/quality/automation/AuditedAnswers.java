package org.tandem.quality.automation;

import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.quality.QualityEvent.AnswerAudited;

/** Shows the guardrail the audits that were drawn with equal chances. */
@Component
class AuditedAnswers {

    private final Decisions decisions;
    private final Guards guards;
    private final Tolerances tolerances;

    AuditedAnswers(Decisions decisions, Guards guards, ObjectProvider<Tolerances> tolerances) {
        this.decisions = decisions;
        this.guards = guards;
        this.tolerances = tolerances.getIfAvailable(() -> Map::of);
    }

    @EventListener
    @Transactional
    public void on(AnswerAudited audit) {
        var decision = decisions.find(audit.conversationKey()).orElse(null);
        if (!audit.equalChance() || decision == null) {
            return;
        }
        var tolerance = tolerances.byClass().get(decision.tried().topicClass());
        if (tolerance != null) {
            var answeredAt = decision.answeredAt();
            guards.observe(new Observation(
                    audit.conversationKey(),
                    Measure.WRONG,
                    audit.topic(),
                    true,
                    tolerance,
                    audit.wrong() ? 1 : 0,
                    answeredAt == null ? audit.at() : answeredAt));
        }
    }
}
