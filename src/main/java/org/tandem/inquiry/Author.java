package org.tandem.inquiry;

/** Who wrote a message; shown to the customer, so that nobody takes the AI for a person. */
public enum Author {
    CUSTOMER,
    AI,
    PERSON,
    SYSTEM
}
