package org.tandem.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which runs are wanted; what is null does not matter.
 *
 * @param from the first moment at which they may have started
 * @param before the first moment at which they may no longer have started
 * @param page counted from 1
 */
public record Wanted(
        @Nullable Subject subject,
        @Nullable RunState state,
        @Nullable Instant from,
        @Nullable Instant before,
        @Nullable String process,
        @Nullable Integer version,
        boolean onlyIncidents,
        Sorting sorting,
        boolean descending,
        int page) {

    public static final int PAGE_SIZE = 25;

    /** Search engines of clusters reach no further. */
    public static final int REACH = 10_000;

    /** What runs can be sorted by. */
    public enum Sorting {
        STARTED,
        ENDED,
        PROCESS,
        VERSION,
        STATE
    }

    public int offset() {
        return (page - 1) * PAGE_SIZE;
    }
}
