package org.tandem.inquiry;

/** What an answer is to a complaint (FCA Handbook, DISP 1.6; Directive (EU) 2015/2366, Article 101(2)). */
public enum ComplaintReply {
    /** The final response: nothing more is owed. */
    FINAL,
    /** Says why there is no final response yet and by when there is one. */
    HOLDING,
    /** Neither. */
    NOT_YET
}
