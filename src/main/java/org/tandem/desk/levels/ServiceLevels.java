package org.tandem.desk.levels;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The service levels of one hand-over, as the decision {@code service-levels} gives them.
 *
 * @param firstResponse time until a person answers
 * @param warnAfter time until the priority rises, shorter than {@code firstResponse}
 * @param resolution time until the case is solved, without the time in which we wait for the customer
 * @param calendar id of the calendar of the market; null for none, and then no complaint clock runs
 * @param businessHours whether only the calendar's hours count
 */
public record ServiceLevels(
        Duration firstResponse,
        Duration warnAfter,
        Duration resolution,
        @Nullable String calendar,
        boolean businessHours,
        ComplaintClock complaintClock) {

    /** Every hour counts, and no law. */
    public ServiceLevels(Duration firstResponse, Duration warnAfter, Duration resolution) {
        this(firstResponse, warnAfter, resolution, null, false, ComplaintClock.NONE);
    }
}
