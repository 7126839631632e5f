package org.tandem.quality.learning;

import java.time.Instant;
import java.util.UUID;
import org.tandem.inquiry.InquiryId;

/**
 * What a customer asked, and what somebody said it is about.
 *
 * @param text as the assistant reads it, without personal data
 * @param topic id of the topic, empty for none of them
 * @param isTopic false if all that is known is that it is not about that topic: an answer about it was wrong
 * @param number of the inquiry, as people know it
 * @param chance with which it came to be labelled, above 0; above 1 where it stands for less than one, as {@link
 *     org.tandem.quality.statistics.PairedCases.PairedCase} has it
 */
record LearnedExample(
        UUID id,
        String text,
        String topic,
        boolean isTopic,
        Origin origin,
        InquiryId inquiry,
        String number,
        String conversationKey,
        Instant at,
        double chance) {

    /** Who said it. */
    enum Origin {
        /** The agent who answered. */
        AGENT,
        /** Somebody who audited an answer of the AI. */
        AUDIT
    }

    /** Whether an answer about this topic would be right. What no one has called right counts as wrong. */
    boolean isRight(String answered) {
        return isTopic && topic.equals(answered);
    }

    /** Without what the customer wrote, so that it can be logged. */
    @Override
    public String toString() {
        return "LearnedExample[inquiry=%s, topic=%s, origin=%s]".formatted(inquiry, topic, origin);
    }
}
