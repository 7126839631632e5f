package org.tandem.audit.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandem.audit.Trail;

/**
 * A task of a person: who had it, and when.
 *
 * @param looks who was shown the customer's phone number for it
 */
record WorkLine(
        Trail.Work work,
        Moment created,
        @Nullable Moment ended,
        @Nullable Moment due,
        String duration,
        List<Look> looks) {

    record Look(String who, Moment at) {}

    static WorkLine of(Trail.Work work, List<Trail.Look> looks) {
        var ended = work.ended();
        var due = work.due();
        return new WorkLine(
                work,
                Moment.of(work.created()),
                ended == null ? null : Moment.of(ended),
                due == null ? null : Moment.of(due),
                ended == null ? "" : Moment.between(work.created(), ended),
                looks.stream()
                        .filter(look -> look.task() == work.key())
                        .map(look -> new Look(look.who(), Moment.of(look.at())))
                        .toList());
    }
}
