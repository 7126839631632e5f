package org.tandem.desk.pool.simulation;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.tandem.desk.pool.allocation.WaitingTask;

/** A case that comes; the same one is played in every way. */
record Case(int number, Set<String> skills, int priority, long comes, long due, int handlingSeconds, int price) {

    /** @param refused who said no to it */
    WaitingTask waiting(Set<String> refused) {
        return new WaitingTask(
                number,
                skills,
                priority,
                Instant.ofEpochSecond(comes),
                Instant.ofEpochSecond(due),
                null,
                refused.isEmpty() ? Set.of() : new HashSet<>(refused));
    }
}
