package org.tandem.inquiry;

/** Why a person is needed. */
public enum HandOverReason {
    CUSTOMER_ASKED,
    CUSTOMER_WROTE,
    NOT_SOLVED,
    GATE,
    AI_UNAVAILABLE,
    AI_TOO_SLOW,
    REOPENED,
    STUCK,
    /** A reviewer found that the last answer was wrong. */
    ANSWER_WRONG,
    /** The day has come on which a person wanted to see to it again. */
    FOLLOW_UP
}
