package org.tandem.quality.numbers;

import java.time.Instant;
import java.util.UUID;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.QualityEvent;

/** Something about one inquiry that counts. */
sealed interface Happening {

    UUID id();

    InquiryId inquiry();

    Instant at();

    /** It happened to the inquiry. */
    record Done(InquiryEvent event) implements Happening {
        @Override
        public UUID id() {
            return event.eventId();
        }

        @Override
        public InquiryId inquiry() {
            return event.inquiryId();
        }

        @Override
        public Instant at() {
            return event.at();
        }
    }

    /** What is held to be true of an answer has changed. */
    record Revised(QualityEvent.OutcomeRevised event) implements Happening {
        @Override
        public UUID id() {
            return event.eventId();
        }

        @Override
        public InquiryId inquiry() {
            return event.inquiryId();
        }

        @Override
        public Instant at() {
            return event.at();
        }
    }

    /** An answer was audited. */
    record Audited(QualityEvent.AnswerAudited event) implements Happening {
        @Override
        public UUID id() {
            return event.eventId();
        }

        @Override
        public InquiryId inquiry() {
            return event.inquiryId();
        }

        @Override
        public Instant at() {
            return event.at();
        }
    }
}
