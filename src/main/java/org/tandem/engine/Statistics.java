package org.tandem.engine;

/**
 * What the engine has done since its start.
 *
 * @param commands commands executed
 * @param groups groups committed
 * @param commitMicros time spent committing, in microseconds
 */
public record Statistics(long commands, long rejected, long groups, long things, long commitMicros) {}
