package org.tandem.desk.pool;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tandem.desk.pool.allocation.Rules;

/**
 * How work is offered.
 *
 * @param offerFor how long an offer is open
 * @param againAfter after this time a task is offered again to who declined it or did not answer
 * @param vanishedAfter whoever of the pool has a task and does nothing at the desk for so long gives it back
 * @param unanswered after so many offers in a row without an answer there is no further one until a sign of life
 * @param fairWithin over this time it is counted who accepted how much
 * @param mostTasks after about so many waiting tasks a round is over, also if somebody could do something else
 * @param rules by what tasks and agents are ranked
 */
@ConfigurationProperties("tandem.desk.pool")
public record PoolSettings(
        @DefaultValue("60s") Duration offerFor,
        @DefaultValue("10m") Duration againAfter,
        @DefaultValue("30m") Duration vanishedAfter,
        @DefaultValue("2") int unanswered,
        @DefaultValue("24h") Duration fairWithin,
        @DefaultValue("20000") int mostTasks,
        @DefaultValue Rules rules) {

    public PoolSettings {
        for (var duration : new Duration[] {offerFor, vanishedAfter, fairWithin}) {
            if (!duration.isPositive()) {
                throw new IllegalArgumentException(
                        "tandem.desk.pool: offer-for, vanished-after and fair-within have to be more than nothing, but one is %s"
                                .formatted(duration));
            }
        }
        if (unanswered < 1 || mostTasks < 1) {
            throw new IllegalArgumentException(
                    "tandem.desk.pool: unanswered and most-tasks have to be at least 1, but they are %d and %d"
                            .formatted(unanswered, mostTasks));
        }
    }
}
