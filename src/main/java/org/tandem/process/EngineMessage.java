package org.tandem.process;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The messages Tandem sends to the engine. Their names and correlation keys are the contract with the models in {@code processes/}.
 *
 * <p>What a customer does is correlated by the conversation key, which changes whenever the case changes hands: the engine may keep a
 * message for a while and correlate it once per process definition, and a key per stretch of the conversation keeps a late message from
 * reaching a later stretch. What concerns the whole case is correlated by the inquiry id.
 */
enum EngineMessage {
    INQUIRY_RECEIVED("inquiry-received", "inquiryId", true),
    INQUIRY_REOPENED("inquiry-reopened", "inquiryId", true),
    PERSON_REQUESTED("person-requested", "conversationKey", false),
    CUSTOMER_WROTE("customer-wrote", "conversationKey", false),
    VERDICT_GIVEN("verdict-given", "conversationKey", false),
    RATING_GIVEN("rating-given", "inquiryId", false),
    INQUIRY_WITHDRAWN("inquiry-withdrawn", "inquiryId", false);

    private final String label;
    private final String correlationVariable;
    private final boolean startsProcess;

    EngineMessage(String label, String correlationVariable, boolean startsProcess) {
        this.label = label;
        this.correlationVariable = correlationVariable;
        this.startsProcess = startsProcess;
    }

    /** The name as the models write it. */
    String label() {
        return label;
    }

    /** The process variable that a waiting model has to correlate by. */
    String correlationVariable() {
        return correlationVariable;
    }

    /** Whether the message starts a process, so that a model needs no correlation key. */
    boolean startsProcess() {
        return startsProcess;
    }

    static Map<String, String> correlationVariables() {
        return Arrays.stream(values())
                .collect(Collectors.toMap(EngineMessage::label, EngineMessage::correlationVariable));
    }
}
