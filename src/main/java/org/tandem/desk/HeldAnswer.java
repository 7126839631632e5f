package org.tandem.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody completed a task with and can still take back.
 *
 * @param filledIn a JSON object of what is in the form's fields
 * @param customerMessages how many messages the customer had written by then
 * @param goesAt when it goes out
 * @param tries how often it was begun to be sent
 * @param problem why it was not sent, in sentences; null while it still will be
 */
public record HeldAnswer(
        long taskKey,
        String agent,
        @Nullable String number,
        String filledIn,
        int customerMessages,
        Instant goesAt,
        int tries,
        @Nullable String problem) {

    /** Without what people wrote, so that it can be logged. */
    @Override
    public String toString() {
        return "HeldAnswer[taskKey=%d, agent=%s, goesAt=%s, tries=%d]".formatted(taskKey, agent, goesAt, tries);
    }
}
