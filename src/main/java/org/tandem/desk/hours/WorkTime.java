package org.tandem.desk.hours;

import java.time.Duration;
import java.time.Instant;

/** How time counts towards a deadline. */
public interface WorkTime {

    /** Every hour counts. */
    WorkTime ROUND_THE_CLOCK = new WorkTime() {

        @Override
        public Instant plus(Instant from, Duration time) {
            return from.plus(time);
        }

        @Override
        public Duration between(Instant from, Instant to) {
            return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
        }
    };

    /** The first moment, not before this one, by which so much of it has passed. */
    Instant plus(Instant from, Duration time);

    /** What passes from one moment to a later one; zero if it is not later. */
    Duration between(Instant from, Instant to);
}
