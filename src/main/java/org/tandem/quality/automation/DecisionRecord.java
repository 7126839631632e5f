package org.tandem.quality.automation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tandem.quality.QualityEvent.Truth;

/**
 * A row of the ledger: what the assistant would have done, what the gate decided, and what people said of it.
 *
 * @param told what the gate was told besides
 * @param route null until the gate has decided; then as {@link org.tandem.inquiry.InquiryEvent.Decided} has it
 * @param wouldAnswer whether the table answers it where automation is open
 * @param answeredAt by the AI, null if it did not
 * @param saidAt when a person answered instead
 * @param saidTopic of that person: a topic's id, empty for none of them, null if not said
 * @param label null while nobody has said whether it was right
 * @param truth what all evidence together says of the AI's answer
 */
public record DecisionRecord(
        Tried tried,
        Word told,
        @Nullable Instant decidedAt,
        @Nullable String route,
        @Nullable String rule,
        boolean wouldAnswer,
        @Nullable Instant answeredAt,
        @Nullable Instant saidAt,
        @Nullable String saidTopic,
        @Nullable String draftVerdict,
        @Nullable Label label,
        Truth truth) {

    /** By the AI. */
    public boolean answered() {
        return answeredAt != null;
    }
}
