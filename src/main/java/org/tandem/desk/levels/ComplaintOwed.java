package org.tandem.desk.levels;

import java.time.Instant;

/**
 * What a law wants of us about a complaint, and has not got yet.
 *
 * @param what as {@code Final response}
 */
public record ComplaintOwed(String what, Instant by) {}
