package org.tandem.desk.pool.allocation;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much each part of an agent's score counts. None may be negative, and the one for idle time has to be positive: it alone grows
 * without an end, so that nobody waits for ever.
 *
 * @param fit that somebody has what is needed and little else, so that who can do more stays free for what needs more
 * @param idle the time since the last offer that was accepted or is open
 * @param load how much of what they want at once is still free
 * @param fairness how much less they accepted in an hour than the others who could do this
 */
public record Weights(
        @DefaultValue("1") double fit,
        @DefaultValue("1") double idle,
        @DefaultValue("1") double load,
        @DefaultValue("2") double fairness) {

    public static final Weights DEFAULT = new Weights(1, 1, 1, 2);

    public Weights {
        if (!(fit >= 0 && load >= 0 && fairness >= 0 && idle > 0) || Double.isInfinite(fit + load + fairness + idle)) {
            throw new IllegalArgumentException(
                    "weights cannot be negative and the one for idle has to be more than 0, but they are fit %s, idle %s, load %s, fairness %s"
                            .formatted(fit, idle, load, fairness));
        }
    }
}
