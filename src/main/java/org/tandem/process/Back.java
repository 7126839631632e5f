package org.tandem.process;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.desk.pool.Turns;
import org.tandem.staff.Workforce;

/** To whom a case that comes back goes. Whoever is in the pool is offered it first; others have it at once, as nobody offers them anything. */
@Component
class Back {

    private final Workforce workforce;
    private final Turns turns;

    Back(Workforce workforce, Turns turns) {
        this.workforce = workforce;
        this.turns = turns;
    }

    /** Who answered this customer before and still works here. */
    @Nullable
    String offeredFirst(@Nullable String agent) {
        return agent == null || workforce.isGone(agent) ? null : agent;
    }

    /** Who has it without an offer. */
    @Nullable
    String given(@Nullable String agent) {
        var here = offeredFirst(agent);
        return here == null || turns.areOffers(here) ? null : here;
    }
}
