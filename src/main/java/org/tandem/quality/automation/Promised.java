package org.tandem.quality.automation;

import org.jspecify.annotations.Nullable;

/**
 * What is promised of answers on a class of topics.
 *
 * @param tolerance of the gate's table, in (0, 1)
 * @param confidence with which it holds while it rests on examples
 * @param labelled cases of the model in use since it was calibrated last, or since the guardrail shut everything
 * @param disproved whether it did, and nothing is promised since
 * @param inUse null while it rests on examples, or on nothing
 * @param proposed what waits for a person's click
 */
record Promised(
        String topicClass,
        double tolerance,
        double confidence,
        int labelled,
        int needed,
        boolean disproved,
        @Nullable Calibration inUse,
        @Nullable Calibration proposed) {

    public String promise() {
        if (disproved) {
            return "Nothing, so none is answered: the guardrail has shut everything, and what was promised before was not kept";
        }
        return "At most %s %% of the answers are wrong, taken together, with %s %% confidence"
                .formatted(Percent.of(tolerance), Percent.of(inUse == null ? confidence : inUse.confidence()));
    }

    public String restsOn() {
        if (disproved) {
            return "Nothing yet. What people have handled since is what the next promise will rest on.";
        }
        if (inUse == null) {
            return "Examples of the knowledge alone. Customers may write otherwise: nothing is proven for them.";
        }
        return "%d handled cases; %s %% of such inquiries are answered. The smallest share that could be promised: %s"
                .formatted(
                        inUse.cases(),
                        Percent.of(inUse.coverage()),
                        inUse.ladder().smallest() == 1
                                ? "none"
                                : Percent.of(inUse.ladder().smallest()) + " %");
    }

    public String missing() {
        if (inUse != null) {
            return labelled > 0 ? "%d labelled since".formatted(labelled) : "nothing";
        }
        return labelled >= needed
                ? "nothing, it is calibrated soon"
                : "%d of %d labelled cases".formatted(needed - labelled, needed);
    }
}
