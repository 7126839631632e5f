package org.tandem.quality.automation;

import java.time.Instant;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.tandem.assistant.Attempt;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.calibration.Figures;

/**
 * What the assistant made of an inquiry, and all that the gate is told. Nothing of it is personal.
 *
 * @param topicClass {@code routine}, {@code account}, {@code sensitive}, {@code person-only} or {@code unknown}
 * @param risk probability, 0 to 1, that an automatic answer would be wrong; 1 without a draft
 * @param figures what calibration tells the risk by; null when nothing was drafted
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Tried(
        InquiryId inquiryId,
        String conversationKey,
        Instant at,
        @Nullable String topic,
        String topicClass,
        boolean topicAutomated,
        double risk,
        double @Nullable [] figures,
        String modelVersion,
        String language,
        boolean languageSupported,
        boolean distress,
        boolean askedForPerson,
        boolean severalRequests,
        int repeatContacts) {

    /** Whether nothing but its risk keeps it from being answered. */
    boolean mayBeAnswered() {
        return figures != null
                && topicAutomated
                && languageSupported
                && !distress
                && !askedForPerson
                && !severalRequests
                && repeatContacts == 0;
    }

    /** With more figures, which are made of those that there are and the topic. */
    Tried with(BiFunction<double[], String, double[]> more) {
        return figures == null || topic == null
                ? this
                : new Tried(
                        inquiryId,
                        conversationKey,
                        at,
                        topic,
                        topicClass,
                        topicAutomated,
                        risk,
                        more.apply(figures, topic),
                        modelVersion,
                        language,
                        languageSupported,
                        distress,
                        askedForPerson,
                        severalRequests,
                        repeatContacts);
    }

    static Tried of(InquiryId inquiryId, String conversationKey, Attempt attempt, int repeatContacts, Instant at) {
        var understanding = attempt.understanding();
        var topic =
                understanding.topics().isEmpty() ? null : understanding.topics().getFirst();
        var drafted = attempt instanceof Attempt.Drafted one ? one : null;
        return new Tried(
                inquiryId,
                conversationKey,
                at,
                topic == null ? null : topic.topicId(),
                understanding.topicClass(),
                topic == null || topic.automated(),
                drafted == null ? 1 : drafted.risk(),
                drafted == null || topic == null ? null : Figures.of(understanding, drafted.risk()),
                attempt.modelVersion(),
                understanding.language(),
                understanding.languageSupported(),
                understanding.distress(),
                understanding.asksForPerson(),
                understanding.severalRequests(),
                repeatContacts);
    }
}
