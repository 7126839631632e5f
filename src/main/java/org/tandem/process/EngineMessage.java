package org.tandem.process;

import java.util.Set;

/**
 * The messages Tandem sends to the engine. Their names and correlation keys are the contract with the models in {@code processes/}.
 *
 * <p>What a customer does is correlated by the conversation key, which changes whenever the case changes hands: the engine may keep a
 * message for a while and correlate it once per process definition, and a key per stretch of the conversation keeps a late message from
 * reaching a later stretch. What concerns the whole case is correlated by the inquiry id, and what concerns one process
 * of it by the conversation key that this began with.
 */
@SuppressWarnings("ImmutableEnumChecker")
enum EngineMessage {
    INQUIRY_RECEIVED(
            "inquiry-received", "inquiryId", true, "inquiryId", "inquiryNumber", "conversationKey", "startKey"),
    INQUIRY_REOPENED(
            "inquiry-reopened",
            "inquiryId",
            true,
            "inquiryId",
            "inquiryNumber",
            "conversationKey",
            "startKey",
            "handOverReason"),
    REVIEW_REQUESTED("review-requested", "conversationKey", true, "inquiryId", "conversationKey"),
    PERSON_REQUESTED("person-requested", "conversationKey", false, "requestReason"),
    CHANNEL_CHOSEN("channel-chosen", "conversationKey", false, "callBack"),
    CUSTOMER_WROTE("customer-wrote", "conversationKey", false),
    VERDICT_GIVEN("verdict-given", "conversationKey", false, "solved"),
    RATING_GIVEN("rating-given", "inquiryId", false, "ratingScore"),
    INQUIRY_WITHDRAWN("inquiry-withdrawn", "inquiryId", false),
    CASE_STUCK("case-stuck", "startKey", false),
    AUTOMATION_SHUT("automation-shut", "shutKey", true, "shutKey", "shutTopic", "shutWhat", "shutReason"),
    AUTOMATION_REOPENED("automation-reopened", "shutKey", false),
    DEADLINE_PASSED(
            "deadline-passed",
            "escalationKey",
            true,
            "escalationKey",
            "inquiryId",
            "inquiryNumber",
            "escalatedDeadline",
            "escalatedDue"),
    ESCALATION_OVER("escalation-over", "escalationKey", false),
    ARTICLE_PROPOSED("article-proposed", "gapId", true, "gapId"),
    ALLOCATION_REVIEW_ASKED(
            "allocation-review-asked",
            "reviewKey",
            true,
            "reviewKey",
            "notFor",
            "reviewAgent",
            "reviewAbout",
            "reviewQuestion");

    private final String label;
    private final String correlationVariable;
    private final boolean startsProcess;
    private final Set<String> variables;

    EngineMessage(String label, String correlationVariable, boolean startsProcess, String... variables) {
        this.label = label;
        this.correlationVariable = correlationVariable;
        this.startsProcess = startsProcess;
        this.variables = Set.of(variables);
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

    /** The variables it brings. */
    Set<String> variables() {
        return variables;
    }
}
