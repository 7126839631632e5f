package org.tandem.quality.automation;

import org.jspecify.annotations.Nullable;

/**
 * What is promised of answers on a class of topics.
 *
 * @param tolerance of the gate's table, in (0, 1)
 * @param confidence with which it holds while it rests on examples
 * @param labelled cases of the model in use since it was calibrated last
 * @param inUse null while it rests on examples
 * @param proposed what waits for a person's click
 */
record Promised(
        String topicClass,
        double tolerance,
        double confidence,
        int labelled,
        int needed,
        @Nullable Calibration inUse,
        @Nullable Calibration proposed) {

    public String promise() {
        return "At most %s %% of the answers are wrong, taken together, with %s %% confidence"
                .formatted(Percent.of(tolerance), Percent.of(inUse == null ? confidence : inUse.confidence()));
    }

    public String restsOn() {
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
