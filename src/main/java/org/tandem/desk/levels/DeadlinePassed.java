package org.tandem.desk.levels;

import java.time.Instant;
import java.util.UUID;

/**
 * A promise was not kept; announced once for each.
 *
 * @param escalation names it
 * @param deadline what was promised, in words
 */
public record DeadlinePassed(UUID escalation, UUID inquiryId, String deadline, Instant dueAt) {}
