package org.tandem.desk.pool.allocation;

import java.util.List;

/** What was decided about a task, with all that it was decided by. */
public sealed interface Decision {

    /**
     * Somebody is offered it.
     *
     * @param others the rest of those who could have had it, in no particular order
     * @param meanRate accepted offers in an hour of all who could have had it
     * @param becauseBefore whether it is only for the agent who had this customer before
     */
    record Offer(Score chosen, List<Score> others, double meanRate, boolean becauseBefore) implements Decision {}

    /** Nobody who is there can have it. */
    record Nobody() implements Decision {}
}
