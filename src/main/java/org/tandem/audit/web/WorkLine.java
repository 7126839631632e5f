package org.tandem.audit.web;

import org.jspecify.annotations.Nullable;
import org.tandem.audit.Trail;

/** A task of a person: who had it, and when. */
record WorkLine(
        Trail.Work work,
        Moment created,
        @Nullable Moment ended,
        @Nullable Moment due,
        String duration) {

    static WorkLine of(Trail.Work work) {
        var ended = work.ended();
        var due = work.due();
        return new WorkLine(
                work,
                Moment.of(work.created()),
                ended == null ? null : Moment.of(ended),
                due == null ? null : Moment.of(due),
                ended == null ? "" : Moment.between(work.created(), ended));
    }
}
