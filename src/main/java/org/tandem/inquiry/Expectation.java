package org.tandem.inquiry;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a customer who waits for a person can expect.
 *
 * @param place in the queue, from 1; who waits longer is before
 * @param half within this time half of those in this place have an answer, counted from now; null while too little is known
 * @param most within this time nine in ten have one
 * @param opens when people are back, null while they are there
 */
public record Expectation(
        int place,
        @Nullable Duration half,
        @Nullable Duration most,
        @Nullable ZonedDateTime opens) {

    public Expectation(int place, @Nullable Duration half, @Nullable Duration most) {
        this(place, half, most, null);
    }

    /** Nobody works before that, and how long it takes by day says nothing of the night. */
    public Expectation closedUntil(ZonedDateTime opening) {
        return new Expectation(place, null, null, opening);
    }

    /** Tells expectations of customers who wait for people; that is for the people's side to say. */
    public interface Forecast {

        /** Nothing for whoever does not wait in a queue. */
        Optional<Expectation> of(CaseFile file);
    }
}
