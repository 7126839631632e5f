package org.tandem.desk.waiting;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandem.inquiry.Expectation;

/**
 * What somebody who waits was told last.
 *
 * @param until by then nine in ten had an answer, as far as was known
 * @param times how often it was told anew
 */
record Told(String conversationKey, Instant at, Instant until, int times) {

    /** After an opening it takes a while. */
    private static final Duration AFTER_OPENING = Duration.ofHours(1);

    /** Nothing as long as too little is known to tell a time. */
    static Optional<Told> of(String conversationKey, Expectation expected, Instant now, int times) {
        var until = until(expected, now);
        return Optional.ofNullable(until)
                .map(moment -> new Told(conversationKey, now, moment.truncatedTo(ChronoUnit.MICROS), times));
    }

    private static @Nullable Instant until(Expectation expected, Instant now) {
        var opens = expected.opens();
        var most = expected.most();
        if (opens != null) {
            return opens.toInstant().plus(AFTER_OPENING);
        }
        return most == null ? null : now.plus(most);
    }

    /** Whether the whole time is twice as long now as was told, or what was told is over. */
    boolean isWrongBy(Told now, Duration leastThatMatters) {
        var told = Duration.between(at, until);
        var matters = told.compareTo(leastThatMatters) < 0 ? leastThatMatters : told;
        return now.until.isAfter(at.plus(matters.multipliedBy(2))) || now.at.isAfter(at.plus(matters));
    }
}
