package org.tandem.desk;

import java.time.Duration;

/**
 * The service levels of one hand-over, as the decision {@code service-levels} gives them.
 *
 * @param firstResponse time until a person answers
 * @param warnAfter time until the priority rises, shorter than {@code firstResponse}
 * @param resolution time until the case is solved
 */
public record ServiceLevels(Duration firstResponse, Duration warnAfter, Duration resolution) {}
