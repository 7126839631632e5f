package org.tandem.desk.pool.allocation;

import java.util.List;

/** What was decided about a task, with all that it was decided by. */
public sealed interface Decision {

    /**
     * Somebody is offered it.
     *
     * @param others the rest of those who could have had it, in no particular order
     * @param meanRate accepted offers in an hour of all who could have had it
     * @param previous whether it is only for the agent who answered this customer before, or why not
     */
    record Offer(Score chosen, List<Score> others, double meanRate, Previous previous) implements Decision {

        public boolean becauseBefore() {
            return previous == Previous.FIRST;
        }
    }

    /** Nobody who is there can have it. */
    record Nobody() implements Decision {}
}
