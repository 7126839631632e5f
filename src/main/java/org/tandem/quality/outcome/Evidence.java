package org.tandem.quality.outcome;

import java.time.Instant;
import java.util.UUID;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.QualityEvent.Truth;

/**
 * One thing that speaks for or against an answer. Without personal data.
 *
 * @param eventId of what happened; heard again, it is the same evidence
 * @param conversationKey of the stretch in which the answer was given
 * @param about what it is about, such as the other inquiry of a repeat contact. Of the evidence from one source about the same, the
 *     latest counts
 * @param says right, wrong, or unknown: then it takes back what was said before and decides nothing
 * @param weight how much it is trusted, in (0, 1]: the greatest decides
 */
public record Evidence(
        UUID eventId,
        InquiryId inquiryId,
        String conversationKey,
        Source source,
        String about,
        Truth says,
        double weight,
        Instant at) {

    public Evidence {
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException(
                    "The weight of %s evidence is %s, and has to be above 0 and at most 1".formatted(source, weight));
        }
    }

    /** Later than the other one about the same; at the same moment the id decides, so that the order in which they are heard does not. */
    boolean isLaterThan(Evidence other) {
        int times = at.compareTo(other.at);
        return times > 0 || times == 0 && eventId.compareTo(other.eventId) > 0;
    }

    boolean isAgainst() {
        return says == Truth.WRONG;
    }
}
