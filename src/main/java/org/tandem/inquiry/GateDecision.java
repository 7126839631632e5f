package org.tandem.inquiry;

import java.time.Instant;

/** What the confidence gate decided and from what: the route, the reason in words, the rule that matched, the inputs as JSON. */
public record GateDecision(
        String conversationKey,
        String route,
        String reason,
        String rule,
        String decisionVersion,
        String inputs,
        Instant at) {}
