package org.tandem.quality.numbers;

import java.time.Instant;
import java.util.UUID;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.QualityEvent.AnswerAudited;
import org.tandem.quality.QualityEvent.OutcomeRevised;
import org.tandem.quality.QualityEvent.PersonAudited;

/**
 * Something that counts for one inquiry.
 *
 * @param inquiry for which it counts: a repeat contact counts for the earlier one, whose answer had not been enough
 * @param event an {@link InquiryEvent}, {@link OutcomeRevised}, {@link AnswerAudited} or {@link PersonAudited}
 */
record Happening(UUID id, InquiryId inquiry, Instant at, Object event) {

    static Happening of(InquiryEvent event) {
        var counts = event instanceof InquiryEvent.ContactedAgain again ? again.earlier() : event.inquiryId();
        return new Happening(event.eventId(), counts, event.at(), event);
    }

    static Happening of(OutcomeRevised event) {
        return new Happening(event.eventId(), event.inquiryId(), event.at(), event);
    }

    static Happening of(PersonAudited event) {
        return new Happening(event.eventId(), event.inquiryId(), event.at(), event);
    }

    static Happening of(AnswerAudited event) {
        return new Happening(event.eventId(), event.inquiryId(), event.at(), event);
    }
}
