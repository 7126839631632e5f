package org.tandem.inquiry;

/** Where an inquiry stands for the customer. */
public enum State {
    RECEIVED,
    AI_ANSWERED,
    WITH_PERSON,
    ANSWERED_BY_PERSON,
    RESOLVED,
    WITHDRAWN
}
