package org.tandem.process;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import org.tandem.assistant.Attempt;
import org.tandem.quality.automation.Word;

/**
 * What the decision {@code confidence-gate} judges by, and nothing personal.
 *
 * @param topic the best topic, or null when none was recognised
 * @param topicClass {@code routine}, {@code account}, {@code sensitive}, {@code person-only} or {@code unknown}
 * @param topicAutomated whether the topic may be answered by the AI at all; true when none was recognised, as none is switched off
 * @param risk probability in 0..1 that an automatic answer would be wrong; 1 when there is no draft
 * @param guaranteedRisk smallest share of wrong answers that can be guaranteed if this one goes out; 1 when none can
 * @param guaranteeRestsOn what that was proven on: {@code examples}, or so many handled cases
 * @param automation {@code open} lets the AI answer; {@code shadow}, {@code not-released}, {@code held-out} and {@code shut} withhold
 *     what it would have answered
 * @param repeatContacts other inquiries of the same customer in the last days
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GateInputs(
        @Nullable String topic,
        String topicClass,
        boolean topicAutomated,
        double risk,
        double guaranteedRisk,
        String guaranteeRestsOn,
        String automation,
        boolean distress,
        boolean customerAskedForPerson,
        boolean severalRequests,
        boolean languageSupported,
        int repeatContacts) {

    static GateInputs of(Attempt attempt, int repeatContacts, Word word) {
        var understanding = attempt.understanding();
        var topic =
                understanding.topics().isEmpty() ? null : understanding.topics().getFirst();
        return new GateInputs(
                topic == null ? null : topic.topicId(),
                understanding.topicClass(),
                topic == null || topic.automated(),
                attempt instanceof Attempt.Drafted drafted ? drafted.risk() : 1.0,
                word.guaranteedRisk(),
                word.restsOn(),
                word.automation(),
                understanding.distress(),
                understanding.asksForPerson(),
                understanding.severalRequests(),
                understanding.languageSupported(),
                repeatContacts);
    }

    /** The customer got a person before the assistant was asked. */
    static GateInputs personHasIt(int repeatContacts) {
        return new GateInputs(null, "unknown", false, 1.0, 1.0, "", "shut", false, true, false, true, repeatContacts);
    }
}
