package org.tandem.quality.automation;

import org.jspecify.annotations.Nullable;
import org.tandem.assistant.Attempt;

/**
 * What automation says about an inquiry that the assistant has tried.
 *
 * @param automation {@code open}, {@code shadow}, {@code not-released}, {@code held-out} or {@code shut}; only {@code open} lets the
 *     AI answer
 * @param answerChance with which probability, 0 to 1, such an inquiry is open to the AI: what chance decided, and not its content
 * @param guaranteedRisk smallest share of wrong answers that can be guaranteed if this one goes out; 1 when none can
 * @param restsOn what that was proven on, in words
 * @param stated by the calibration in use; null without one
 */
public record Word(
        String automation,
        double answerChance,
        double guaranteedRisk,
        String restsOn,
        @Nullable Stated stated) {

    public static final String OPEN = "open";
    static final String SHADOW = "shadow";
    static final String NOT_RELEASED = "not-released";
    static final String HELD_OUT = "held-out";
    static final String SHUT = "shut";

    public Word(String automation, double answerChance, double guaranteedRisk, String restsOn) {
        this(automation, answerChance, guaranteedRisk, restsOn, null);
    }

    /** Open, and guaranteed as far as the examples prove it. */
    public static Word onExamples(Attempt attempt) {
        var guarantee = Guarantee.onExamples(attempt);
        return new Word(OPEN, 1, guarantee.risk(), guarantee.restsOn());
    }
}
