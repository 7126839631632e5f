package org.tandem.quality.web;

import java.util.stream.Stream;
import org.tandem.inquiry.HandOverReason;

/** Why people got a case, as they say it. */
final class Reasons {

    private Reasons() {}

    static String inWords(String reason) {
        if (reason.startsWith(HandOverReason.GATE.name())) {
            var rule = reason.substring(HandOverReason.GATE.name().length()).replaceFirst("^: ", "");
            return rule.isEmpty() ? "The confidence gate" : "The confidence gate, rule “%s”".formatted(rule);
        }
        return Stream.of(HandOverReason.values())
                .filter(known -> known.name().equals(reason))
                .findFirst()
                .map(Reasons::inWords)
                .orElse(reason);
    }

    private static String inWords(HandOverReason reason) {
        return switch (reason) {
            case CUSTOMER_ASKED -> "The customer asked for a person";
            case CUSTOMER_WROTE -> "The customer wrote again after the answer";
            case NOT_SOLVED -> "The customer said that the answer did not help";
            case GATE -> "The confidence gate";
            case AI_UNAVAILABLE -> "The AI was not available";
            case AI_TOO_SLOW -> "The AI was too slow";
            case REOPENED -> "The customer came back to a closed case";
            case STUCK -> "The process was stuck";
            case ANSWER_WRONG -> "A reviewer found the answer wrong";
            case FOLLOW_UP -> "A person wanted to see to it again";
        };
    }
}
