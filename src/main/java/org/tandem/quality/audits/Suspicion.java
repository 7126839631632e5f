package org.tandem.quality.audits;

import org.jspecify.annotations.Nullable;

/** Knows which topics' answers may have become wrong too often, so that more of them are audited. */
@FunctionalInterface
public interface Suspicion {

    /** From 0, nothing unusual, to 1, about to be shut. */
    double of(@Nullable String topic);
}
