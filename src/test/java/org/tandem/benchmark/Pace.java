package org.tandem.benchmark;

import java.util.concurrent.locks.LockSupport;

/** Spreads requests evenly at a rate, whatever a single one takes: an open workload. */
final class Pace {

    private final double perSecond;
    private final long start = System.nanoTime();

    Pace(double perSecond) {
        this.perSecond = perSecond;
    }

    /** Waits until request number {@code index} is due. */
    void await(int index) {
        var due = start + (long) (index / perSecond * 1e9);
        for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
            LockSupport.parkNanos(due - now);
        }
    }
}
