package org.tandem.quality.learning;

import java.time.Duration;
import java.time.Instant;
import org.tandem.inquiry.InquiryId;

/**
 * An inquiry that a person answered and the AI could not.
 *
 * @param number of the inquiry, as people know it
 * @param asked as the assistant reads it, without personal data
 * @param answer what the person wrote, without personal data
 * @param time from when people got it until the answer: waiting and work
 */
record Unanswered(InquiryId inquiry, String number, String asked, String answer, Duration time, Instant answeredAt) {

    /** Without what was written, so that it can be logged. */
    @Override
    public String toString() {
        return "Unanswered[inquiry=%s]".formatted(inquiry);
    }
}
