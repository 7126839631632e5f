package org.tandem.quality;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandem.inquiry.InquiryId;

/** Something that became known about the quality of answers. Published in the transaction that stores it. Carries no personal data. */
public sealed interface QualityEvent {

    UUID eventId();

    Instant at();

    /** What is held to be true of an answer. */
    enum Truth {
        RIGHT,
        WRONG,
        UNKNOWN
    }

    /**
     * Evidence about an answer has changed what is held to be true of it.
     *
     * @param conversationKey of the stretch in which it was given
     * @param topic that it was about, null if of none
     * @param source of the evidence that decided
     */
    record OutcomeRevised(
            UUID eventId,
            Instant at,
            InquiryId inquiryId,
            String conversationKey,
            boolean byAi,
            @Nullable String topic,
            Truth before,
            Truth now,
            String source)
            implements QualityEvent {}

    /**
     * A reviewer has judged an automatic answer.
     *
     * @param drawn with which probability, in (0, 1], the answer was chosen for an audit; 1 also for those that were not drawn but are
     *     always looked at
     * @param equalChance whether it belongs to those that were drawn with equal chances, whatever their risk
     * @param asked what the customer asked about, if the answer was wrong and the reviewer says so: the id of a topic, empty for none of
     *     them; else null
     */
    record AnswerAudited(
            UUID eventId,
            Instant at,
            InquiryId inquiryId,
            String conversationKey,
            @Nullable String topic,
            String modelVersion,
            boolean wrong,
            double drawn,
            boolean equalChance,
            @Nullable String asked)
            implements QualityEvent {

        /**
         * Whether chance chose the answer, so that it stands for 1 / drawn of them. An answer that is looked at only because of a low
         * rating stands for none but itself: counted beside those that were drawn, it would count twice.
         */
        public boolean byChance() {
            return equalChance || drawn < 1;
        }
    }

    /**
     * A reviewer has judged a person's answer that chance had drawn. It is counted beside those of the AI, and nothing else comes of it.
     *
     * @param drawn with which probability, in (0, 1], the answer was chosen
     */
    record PersonAudited(
            UUID eventId, Instant at, InquiryId inquiryId, String conversationKey, boolean wrong, double drawn)
            implements QualityEvent {}

    /**
     * The automation of a topic, or of everything, was opened, released to a share, made silent or shut.
     *
     * @param topic null for everything
     * @param by who did it: somebody's name, or {@code Guardrail}
     */
    record AutomationChanged(
            UUID eventId, Instant at, @Nullable String topic, String from, String to, String by, String reason)
            implements QualityEvent {}
}
