package org.tandem.quality.automation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that the guardrail has seen.
 *
 * @param key of what was seen; it is seen once for each measure
 * @param byAi whether it is about an answer of the AI, or about a person's to an inquiry that the AI would have answered
 * @param tolerance greatest accepted share of wrong answers on its topic, or the risk that was stated; 0 where the measure has none
 * @param amount as the measure has it, 0 to 1
 * @param model whose stated risk it was; null where that does not matter
 */
record Observation(
        String key,
        Measure measure,
        @Nullable String topic,
        boolean byAi,
        double tolerance,
        double amount,
        Instant at,
        @Nullable String model) {

    Observation(
            String key,
            Measure measure,
            @Nullable String topic,
            boolean byAi,
            double tolerance,
            double amount,
            Instant at) {
        this(key, measure, topic, byAi, tolerance, amount, at, null);
    }
}
