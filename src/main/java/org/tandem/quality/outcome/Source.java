package org.tandem.quality.outcome;

import java.util.Locale;

/** Where evidence about an answer comes from, the most trusted first. */
public enum Source {
    /** A reviewer has looked at the answer. */
    AUDIT,
    /** The agent who had the case afterwards has judged what the AI wrote. */
    AGENT,
    /** The customer came back to the case. */
    REOPENING,
    /** The customer opened another case about the same or a similar topic. */
    REPEAT_CONTACT,
    /** The customer said whether it was solved. */
    VERDICT,
    /** The customer rated how it was handled, which is not only about the answer. */
    RATING,
    /** The days in which the customer could come back are over: counts only where nothing else does. */
    SILENCE;

    /** As tables and events have it, such as {@code repeat-contact}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Source of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
