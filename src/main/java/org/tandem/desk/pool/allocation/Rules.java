package org.tandem.desk.pool.allocation;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By what tasks and agents are ranked.
 *
 * @param weights of the parts of an agent's score
 * @param idleUnit so long an idle time counts as 1 in the score
 * @param previousFirst so long a task that waits is only for the agent before, as long as that one can have it
 * @param priorityIsWorth so much earlier a task of priority 100 counts as due than one of priority 0
 * @param longestWait a task without a due date counts as due after this time
 */
public record Rules(
        @DefaultValue Weights weights,
        @DefaultValue("10m") Duration idleUnit,
        @DefaultValue("10m") Duration previousFirst,
        @DefaultValue("4h") Duration priorityIsWorth,
        @DefaultValue("8h") Duration longestWait) {

    public static final Rules DEFAULT = new Rules(
            Weights.DEFAULT, Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofHours(4), Duration.ofHours(8));

    public Rules {
        positive("idle-unit", idleUnit);
        positive("longest-wait", longestWait);
        if (previousFirst.isNegative() || priorityIsWorth.isNegative()) {
            throw new IllegalArgumentException("previous-first and priority-is-worth cannot be negative");
        }
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("%s has to be more than nothing, but is %s".formatted(name, value));
        }
    }
}
