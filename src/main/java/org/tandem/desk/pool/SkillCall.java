package org.tandem.desk.pool;

import java.time.Instant;

/**
 * A lead's request to all who have a skill and are away: work is waiting for it. It obliges nobody and changes no rank.
 *
 * @param skill a word of {@code routing.skills}
 * @param until when it ends by itself
 */
public record SkillCall(String skill, String calledBy, Instant calledAt, Instant until) {}
