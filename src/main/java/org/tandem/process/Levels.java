package org.tandem.process;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tandem.desk.levels.ComplaintClock;
import org.tandem.desk.levels.ServiceLevels;

/**
 * The decision {@code service-levels}, ISO 8601 durations; cases that began before there were calendars have none.
 *
 * @param hours {@code business hours}, or else every hour counts
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Levels(
        Duration firstResponse,
        Duration warnAfter,
        Duration resolution,
        @Nullable String hours,
        @Nullable String calendar,
        @Nullable String complaintClock) {

    static final String BUSINESS_HOURS = "business hours";
    static final String ROUND_THE_CLOCK = "round the clock";

    ServiceLevels checked() {
        return new ServiceLevels(
                firstResponse,
                warnAfter,
                resolution,
                calendar,
                BUSINESS_HOURS.equals(hours),
                ComplaintClock.of(complaintClock));
    }
}
