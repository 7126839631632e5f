package org.tandem.staff.accounts;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** The time of limits and caches, which tests can set. */
record TimeByClock(Clock clock) implements TimeMeter {

    static long nanos(Clock clock) {
        return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    @Override
    public long currentTimeNanos() {
        return nanos(clock);
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }
}
