package org.tandem.inquiry;

/** The inquiry was closed and answered too long ago to be rated; nothing was changed. */
public class RatingTooLate extends ActionRefused {

    RatingTooLate(InquiryId id, State state) {
        super(id, state, "rated any more");
    }
}
