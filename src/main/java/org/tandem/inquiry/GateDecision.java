package org.tandem.inquiry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/** What the confidence gate decided and from what: the route, the reason in words, the rule that matched, the inputs as JSON. */
@Embeddable
public record GateDecision(
        String conversationKey,
        String route,
        String reason,
        @Column(name = "matched_rule") String rule,
        String decisionVersion,
        @Column(name = "gate_inputs") String inputs,
        @Column(name = "decided_at") Instant at) {

    InquiryEvent.Decided decided(InquiryId inquiry, AiAttempt attempt, Instant now) {
        return new InquiryEvent.Decided(
                UUID.randomUUID(),
                inquiry,
                now,
                conversationKey,
                route,
                rule,
                attempt.topic(),
                attempt.topicClass(),
                attempt.risk(),
                attempt.modelVersion());
    }
}
