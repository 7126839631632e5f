package org.tandem.audit;

/** How a run, or a step of it, stands. */
public enum RunState {
    ACTIVE("running"),
    COMPLETED("completed"),
    TERMINATED("ended before its time"),
    UNKNOWN("unknown");

    private final String label;

    RunState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
