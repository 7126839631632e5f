package org.tandem.policy.states;

import java.util.Set;

/** The names that carry the rules. Everything else in the models may be called what analysts like. */
public final class Vocabulary {

    /** The customer wants a person. */
    public static final String PERSON_REQUESTED = "person-requested";

    /** Starts the process again for a customer who comes back: a person has to take it. */
    public static final String INQUIRY_REOPENED = "inquiry-reopened";

    /** The variable that names the current stretch of the conversation; messages of an older one are not heard any more. */
    public static final String CONVERSATION_KEY = "conversationKey";

    /** Messages whose sending has begun a new stretch of the conversation. */
    static final Set<String> END_A_STRETCH = Set.of(PERSON_REQUESTED, "verdict-given");

    /** A job that writes this variable has looked whether the customer is back and waits for a person. */
    static final String CAME_BACK = "cameBack";

    /** The job by which a person hands the case back to the AI, and what it writes: whether that was done. */
    public static final String HANDING_BACK_JOB = "inquiry.hand-back";

    static final String HANDED_BACK = "handedBack";

    /** By which the person chooses to, on the form. */
    public static final String HAND_BACK = "handBack";

    /**
     * Jobs after which the case is closed, unless they report that the customer came back, or goes on in a process of its own, unless they
     * report that it was not handed back.
     */
    static final Set<String> CLOSING_JOBS =
            Set.of("inquiry.record-outcome", "inquiry.record-withdrawal", "inquiry.start-over", HANDING_BACK_JOB);

    /** What a person writes; a user task whose form asks for it is the task of answering the customer. */
    static final String REPLY = "reply";

    public static final String DRAFTING_JOB = "assistant.draft-answer";
    public static final String SENDING_JOB = "inquiry.send-ai-answer";
    public static final String GATE_DECISION = "confidence-gate";
    static final String GATE_VARIABLE = "gate";
    static final String ROUTE = "route";
    static final String AI_MAY_ANSWER = "AI_ANSWER";

    private Vocabulary() {}

    /** The variable of a name that may be that of a field: {@code brief} of {@code brief.draft}. */
    static String variable(String name) {
        return name.replaceFirst("\\..*", "");
    }

    /** A step in which the AI deals with the inquiry. */
    static boolean isAiStep(String jobType) {
        return isSlowAiStep(jobType) || jobType.equals(SENDING_JOB);
    }

    /** A step that waits for the AI. */
    public static boolean isSlowAiStep(String jobType) {
        return jobType.startsWith("assistant.");
    }

    /** Messages that begin the life of an inquiry in a process. */
    static boolean opensInquiry(String message) {
        return message.equals("inquiry-received") || message.equals(INQUIRY_REOPENED);
    }
}
