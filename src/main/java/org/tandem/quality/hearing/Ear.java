package org.tandem.quality.hearing;

import org.tandem.inquiry.InquiryEvent;

/**
 * A part of quality that wants to know what happens to inquiries. What it writes to the database is stored together with the note that it
 * has heard, so it counts once; what it keeps elsewhere may hear an event again. Events of one inquiry come in their order.
 */
@FunctionalInterface
public interface Ear {

    /** Called in a transaction. Throwing means that all hear the event again later. */
    void hear(InquiryEvent event);
}
