package org.tandem.quality.automation;

/** What the guardrail watches. */
enum Measure {
    /** 1 for an audited answer that was wrong, else 0. */
    WRONG,
    /** 1 for a decision that was labelled wrong, else 0; it counts against the risk that was stated. */
    CHANGE,
    /** 1 for an answer after which the customer objected, else 0. */
    OBJECTION,
    /** A first rating, 0 for one point to 1 for five. */
    RATING,
    /** 1 for a customer who did not come back, else 0. */
    REPEAT
}
