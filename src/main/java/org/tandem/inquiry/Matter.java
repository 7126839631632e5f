package org.tandem.inquiry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an inquiry is about, as far as is known, and its latest answer: by this somebody who contacts us again is recognised.
 *
 * @param topic what a person chose, otherwise the best guess of the AI; null as long as nobody knows
 * @param said whether a person chose it
 * @param likely what the AI took to be likely, a line each
 */
@Embeddable
record Matter(
        @Column(name = "matter_topic") @Nullable String topic,
        @Column(name = "matter_said") boolean said,
        @Column(name = "matter_likely") @Nullable String likely,
        @Column(name = "answered_key") @Nullable String answeredKey,
        @Column(name = "answered_by_ai") boolean answeredByAi,
        @Column(name = "answered_at") @Nullable Instant answeredAt) {

    static final Matter UNKNOWN = new Matter(null, false, null, null, false, null);

    Matter guessed(AiAttempt attempt) {
        var guess = said ? topic : attempt.topic();
        var candidates = String.join("\n", attempt.findings().topics());
        return new Matter(guess, said, candidates, answeredKey, answeredByAi, answeredAt);
    }

    /** @param chosen {@link PersonAnswer#NO_TOPIC} for none that is known */
    Matter said(String chosen) {
        return new Matter(
                chosen.equals(PersonAnswer.NO_TOPIC) ? null : chosen,
                true,
                likely,
                answeredKey,
                answeredByAi,
                answeredAt);
    }

    Matter answered(String conversationKey, boolean byAi, Instant now) {
        return new Matter(topic, said, likely, conversationKey, byAi, now);
    }

    Similarity to(Matter other) {
        if (topic == null || other.topic == null) {
            return Similarity.OTHER_TOPIC;
        }
        if (topic.equals(other.topic)) {
            return Similarity.SAME_TOPIC;
        }
        return mayBe(other.topic) || other.mayBe(topic) ? Similarity.SIMILAR_TOPIC : Similarity.OTHER_TOPIC;
    }

    private boolean mayBe(String other) {
        return likely != null && List.of(likely.split("\n")).contains(other);
    }
}
