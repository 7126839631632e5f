package org.tandem.audit.web;

import org.jspecify.annotations.Nullable;
import org.tandem.audit.Trail.Step;

/** A step, and which pass of its element it is. */
record StepLine(
        Step step,
        int pass,
        String type,
        Moment started,
        @Nullable Moment ended,
        String duration) {

    static StepLine of(Step step, int pass) {
        var ended = step.ended();
        return new StepLine(
                step,
                pass,
                Labels.of(step.type()),
                Moment.of(step.started()),
                ended == null ? null : Moment.of(ended),
                ended == null ? "" : Moment.between(step.started(), ended));
    }
}
