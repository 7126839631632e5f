package org.tandem.desk.pay;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandem.inquiry.InquiryId;

/**
 * Something that customers did after an answer, by which it stands or does not.
 *
 * @param event by whose id it counts once
 * @param inquiry in which it happened
 * @param aboutKey the stretch of an earlier answer, if it is about one of another inquiry
 * @param score of a rating, 1 to 5, otherwise 0
 */
record Sign(UUID event, InquiryId inquiry, @Nullable String aboutKey, Kind kind, int score, Instant at) {

    enum Kind {
        SOLVED,
        NOT_SOLVED,
        CAME_BACK,
        RATED,
        /** About the same or a similar topic, in another inquiry. */
        CONTACTED_AGAIN,
        /** That other inquiry is about something else after all. */
        OTHER_TOPIC,
        /** From here on, it concerns another answer. */
        ANSWERED
    }
}
