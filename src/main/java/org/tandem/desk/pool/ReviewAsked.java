package org.tandem.desk.pool;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody wants a person to look at a decision of the allocation.
 *
 * @param agent who asks
 * @param about which decision, and what it was decided by, in sentences
 * @param question in their words, without what pays or identifies customers
 */
public record ReviewAsked(UUID eventId, String agent, String about, String question, Instant at) {}
