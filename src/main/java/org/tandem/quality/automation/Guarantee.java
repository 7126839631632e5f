package org.tandem.quality.automation;

import org.jspecify.annotations.Nullable;
import org.tandem.assistant.Attempt;

/**
 * What can be promised if an answer goes out.
 *
 * @param risk smallest share of wrong answers, taken together, that is kept with the configured confidence; 1 when none is
 * @param restsOn what it was proven on, in words
 * @param stated null where it does not rest on handled cases
 */
record Guarantee(double risk, String restsOn, @Nullable Stated stated) {

    static final String EXAMPLES = "examples";

    /** What was promised before was not kept. */
    static final Guarantee NONE = new Guarantee(1, "nothing: the guardrail has shut everything since", null);

    static Guarantee onExamples(Attempt attempt) {
        return new Guarantee(attempt instanceof Attempt.Drafted drafted ? drafted.guaranteedRisk() : 1, EXAMPLES, null);
    }
}
