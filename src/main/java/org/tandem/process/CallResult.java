package org.tandem.process;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** What came of calling a customer, as the form {@code call-customer} has it. */
enum CallResult {
    REACHED,
    NOT_REACHED,
    WRONG_NUMBER;

    private static final Duration SOON = Duration.ofHours(2);
    private static final Duration LONGEST = Duration.ofDays(14);

    /** When to try again: as was filled in, if that can be; whoever completes a task past its form may have filled in anything. */
    static Instant again(@Nullable Object filledIn, Instant now) {
        if (filledIn instanceof String text) {
            try {
                var at = OffsetDateTime.parse(text).toInstant();
                if (at.isAfter(now) && at.isBefore(now.plus(LONGEST))) {
                    return at;
                }
            } catch (DateTimeParseException noTime) {
                return now.plus(SOON);
            }
        }
        return now.plus(SOON);
    }
}
