package org.tandem.quality.audits;

/** Who gave an answer. */
public enum AnsweredBy {
    AI,
    PERSON,
    /** A person, and it is the first one to an inquiry that the AI would have answered and that went to people by chance. */
    HELD_OUT
}
