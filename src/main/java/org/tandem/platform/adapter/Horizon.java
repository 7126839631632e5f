package org.tandem.platform.adapter;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The key up to which everything has been purged. Keys of one partition only grow, so hiding what is not above the
 * horizon looks to a caller as if it were gone.
 */
final class Horizon {
    private final AtomicLong key = new AtomicLong(-1);

    void raiseTo(long purged) {
        key.accumulateAndGet(purged, Math::max);
    }

    long key() {
        return key.get();
    }

    boolean hides(long other) {
        return other <= key.get();
    }
}
