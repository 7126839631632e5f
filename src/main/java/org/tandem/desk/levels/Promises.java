package org.tandem.desk.levels;

import java.time.Instant;

/**
 * What is promised with a hand-over.
 *
 * @param warnAt when the priority rises, so that it is kept
 * @param firstResponseDue when a person has answered
 * @param resolutionDue when the case is solved
 */
public record Promises(Instant warnAt, Instant firstResponseDue, Instant resolutionDue) {}
