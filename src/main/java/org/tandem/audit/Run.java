package org.tandem.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A process that runs or ran.
 *
 * @param definition the key of the version it runs on
 * @param caller the run that called it, or null
 */
public record Run(
        long key,
        long definition,
        String process,
        String name,
        int version,
        RunState state,
        boolean hasIncident,
        Instant started,
        @Nullable Instant ended,
        @Nullable Long caller) {

    public boolean isRunning() {
        return state == RunState.ACTIVE;
    }
}
