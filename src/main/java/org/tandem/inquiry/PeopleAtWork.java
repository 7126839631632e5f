package org.tandem.inquiry;

/** Knows how far people are with an inquiry that was passed to them; that is for whoever moves the cases to say. */
public interface PeopleAtWork {

    Standing standing(CaseFile file);

    /** What a customer who waits for a person may be told. */
    enum Standing {
        /** Nobody can take it yet: it is still on its way to people. */
        ON_ITS_WAY,
        /** It waits until somebody takes it. */
        QUEUED,
        /** It is kept for the person who answered before. */
        KEPT,
        /** Somebody has taken it. */
        TAKEN,
        /** Just now nobody can say. */
        UNKNOWN
    }
}
