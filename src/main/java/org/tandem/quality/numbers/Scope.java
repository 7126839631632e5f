package org.tandem.quality.numbers;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Of which inquiries there are to be numbers: those that came in on these days (of UTC), about all topics or one.
 *
 * @param until the last day
 * @param topic its id, {@code none} for those about none of ours, or null for all
 */
public record Scope(
        LocalDate from, LocalDate until, @Nullable String topic) {

    public Scope {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "A period cannot end on %s before it begins on %s".formatted(until, from));
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, until) + 1;
    }

    String topicOfSums() {
        return topic == null ? Days.ALL : topic;
    }
}
