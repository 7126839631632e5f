package org.tandem.staff;

import java.util.Locale;

/** What somebody of the staff does here; who has several may do what any of them may. */
public enum Role {
    /** Answers customers. */
    AGENT,
    /** Leads agents: sees every queue, and looks after accounts. */
    LEAD,
    /** Edits the models. */
    ANALYST,
    /** Inspects what happened, and changes nothing. */
    AUDITOR,
    /** Keeps the system running: incidents are theirs. */
    OPERATOR;

    /** As colleagues say it. */
    public String inWords() {
        return name().toLowerCase(Locale.ROOT);
    }
}
