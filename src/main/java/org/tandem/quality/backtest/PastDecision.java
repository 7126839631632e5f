package org.tandem.quality.backtest;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the gate decided, and from what.
 *
 * @param key of the conversation
 * @param number of the case, as people know it
 * @param inputs the variables that the gate judged by
 */
record PastDecision(String key, String number, Route route, Map<String, @Nullable Object> inputs) {

    private static final String AUTOMATION = "automation";

    @Nullable
    String topic() {
        return inputs.get("topic") instanceof String topic ? topic : null;
    }

    /** Probability that an automatic answer would have been wrong, as it was stated. */
    double risk() {
        return inputs.get("risk") instanceof Number risk ? Math.clamp(risk.doubleValue(), 0, 1) : 1;
    }

    PastDecision with(Map<String, @Nullable Object> changed) {
        var all = new HashMap<>(inputs);
        all.putAll(changed);
        return new PastDecision(key, number, route, all);
    }

    /** As if automation had been open. Decisions from before it could be anything else do not say. */
    PastDecision open() {
        return with(Map.of(AUTOMATION, "open"));
    }

    PastDecision complete() {
        return inputs.containsKey(AUTOMATION) ? this : open();
    }
}
