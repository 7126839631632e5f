package org.tandem.quality.automation;

import java.time.Instant;
import org.tandem.quality.Times;

/**
 * How far something is open.
 *
 * @param share of the inquiries that the AI may answer, 0 to 1
 * @param by a person's name, which has no capitals, the guardrail or the settings
 */
record Standing(Subject subject, Mode mode, double share, Instant since, String by, String reason) {

    static final String BY_GUARDRAIL = "Guardrail";
    static final String BY_SETTINGS = "Settings";

    Standing {
        share = switch (mode) {
            case SHADOW, SHUT -> 0;
            case OPEN -> 1;
            case RELEASED -> share;
        };
    }

    public String sinceInWords() {
        return Times.inWords(since);
    }

    public String inWords() {
        return mode == Mode.RELEASED ? "released to %s %%".formatted(Percent.of(share)) : mode.inWords();
    }
}
