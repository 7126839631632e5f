package org.tandem.desk.pool.simulation;

import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A way to give out work. */
interface Way {

    String name();

    /** Which of the waiting cases goes first. */
    Comparator<Case> order();

    /** Whether agents take work themselves and are not asked, so that nothing is declined or left unanswered. */
    boolean isPull();

    /** Whether cases are gathered and given out together. */
    default boolean isInBatches() {
        return false;
    }

    /** @return who gets it, or nobody */
    @Nullable
    Worker choose(Case one, Set<String> refused, Collection<Worker> there, long now);
}
