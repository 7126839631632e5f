package org.tandem.inquiry;

/** How an inquiry ended. */
public enum Outcome {
    SOLVED_BY_AI,
    SOLVED_BY_PERSON,
    PRESUMED_SOLVED,
    WITHDRAWN
}
