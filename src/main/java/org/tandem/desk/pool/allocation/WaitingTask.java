package org.tandem.desk.pool.allocation;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A task that nobody has and nobody is offered.
 *
 * @param key its key at the engine, which also settles which of two equal ones comes first
 * @param skills what whoever does it has to have
 * @param priority from 0 to 100
 * @param previousAgent who answered this customer before
 * @param notFor who must not have it, or has just said no to it
 */
public record WaitingTask(
        long key,
        Set<String> skills,
        int priority,
        Instant waitingSince,
        @Nullable Instant dueAt,
        @Nullable String previousAgent,
        Set<String> notFor) {

    /** Whether this agent may be offered it now. */
    boolean isFor(Candidate agent) {
        return agent.hasRoom() && agent.skills().containsAll(skills) && !notFor.contains(agent.name());
    }
}
