package org.tandem.inquiry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of an inquiry at one moment; does not change with it. {@code promise} is how long a person should take,
 * known from the hand-over until that answer. {@code presumedSolved} is when it was resolved without a word of the customer, who may
 * still say whether it is. {@code complaint} says that the customer called it one or a person noticed.
 */
public record CaseFile(
        InquiryId id,
        String number,
        State state,
        boolean closed,
        String conversationKey,
        Customer customer,
        @Nullable String language,
        Instant receivedAt,
        List<Message> messages,
        List<AiAttempt> attempts,
        List<GateDecision> decisions,
        List<HandOver> handOvers,
        @Nullable Rating rating,
        boolean presumedSolved,
        int repeatContacts,
        @Nullable Outcome outcome,
        @Nullable Promise promise,
        @Nullable Channel channel,
        boolean complaint) {

    public CaseFile {
        messages = List.copyOf(messages);
        attempts = List.copyOf(attempts);
        decisions = List.copyOf(decisions);
        handOvers = List.copyOf(handOvers);
    }

    /** Whether a person has it for the first time, and because the customer calls it a complaint. */
    public boolean isHandedOverAsComplaint() {
        return complaint && handOvers.size() < 2;
    }
}
