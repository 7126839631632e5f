package org.tandem.desk.levels;

import java.time.Instant;

/**
 * What a law wants of us about a complaint, and has not got yet.
 *
 * @param what as {@code Final response}
 * @param over whether the moment has passed, and something longer is wanted instead
 */
public record ComplaintOwed(String what, Instant by, boolean over) {

    /** @param when the moment as people read it */
    public String inWords(String when) {
        return over ? "%s until %s".formatted(what, when) : "%s by %s".formatted(what, when);
    }
}
