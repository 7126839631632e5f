package org.tandem.quality.automation;

import java.time.Instant;
import java.util.UUID;

/**
 * A person has reopened what the guardrail had shut.
 *
 * @param shut the {@link AutomationShut} that is over
 */
public record AutomationReopened(UUID eventId, Instant at, UUID shut) {}
