package org.tandem.quality.automation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The guardrail has shut a topic, or everything: a person has to look at it.
 *
 * @param eventId names this shutting for good
 * @param topic null for everything
 * @param what in words
 */
public record AutomationShut(
        UUID eventId, Instant at, @Nullable String topic, String what, String reason) {}
