package org.tandem.audit;

import java.util.List;

/**
 * One page of what was found.
 *
 * @param total how many there are altogether
 * @param orMore the engine counted no further
 */
public record Found(List<Run> runs, long total, boolean orMore) {}
