package org.tandem.quality.automation;

import java.time.Instant;
import java.util.UUID;
import org.tandem.quality.Times;
import org.tandem.quality.calibration.Ladder;

/**
 * A version of what can be promised on handled cases, for a model and a class of topics.
 *
 * @param cases how many were labelled
 * @param confidence with which it holds: that of the settings, or less where answers that went out were found right
 * @param coverage share of such inquiries, 0 to 1, that the AI answers with it
 * @param before the same with what was in use when it was made
 * @param by who put it in use, or {@code schedule}
 */
record Calibration(
        UUID id,
        Instant at,
        String model,
        String topicClass,
        int cases,
        double confidence,
        Ladder ladder,
        double coverage,
        double before,
        Status status,
        String by) {

    static final String BY_SCHEDULE = "schedule";

    enum Status {
        /** It lets the AI answer more, and waits for a person. */
        PROPOSED,
        IN_USE,
        /** The guardrail has shut everything since; in the database it is still what it was. */
        DISPROVED,
        /** Another has taken its place. */
        RETIRED
    }

    public String statusInWords() {
        return switch (status) {
            case PROPOSED -> "waits for a lead";
            case IN_USE -> "in use, by " + by;
            case DISPROVED -> "not kept: the guardrail has shut everything since";
            case RETIRED -> "replaced, by " + by;
        };
    }

    public String atInWords() {
        return Times.inWords(at);
    }

    /** The confidence in words. */
    public String sureness() {
        return Percent.of(confidence) + " %";
    }

    /** The coverage in words. */
    public String answered() {
        return Percent.of(coverage) + " %";
    }

    public String answeredBefore() {
        return Percent.of(before) + " %";
    }
}
