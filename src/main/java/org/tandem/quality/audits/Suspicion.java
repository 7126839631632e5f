package org.tandem.quality.audits;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Knows which answers are likely to be wrong, so that more of them are audited. */
@FunctionalInterface
public interface Suspicion {

    /** From 0, nothing unusual, to 1, about to be shut. */
    double of(@Nullable String topic);

    /** Probability of being wrong that was stated when it was answered, 0 to 1; nothing if none was but by examples. */
    default OptionalDouble risk(String conversationKey) {
        return OptionalDouble.empty();
    }
}
