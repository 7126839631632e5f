package org.tandem.inquiry;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a customer who waits for a person can expect.
 *
 * @param place in the queue, from 1; who waits longer is before
 * @param half within this time half of those in this place have an answer, counted from now; null while too little is known
 * @param most within this time nine in ten have one
 */
public record Expectation(
        int place, @Nullable Duration half, @Nullable Duration most) {

    /** Tells expectations of customers who wait for people; that is for the people's side to say. */
    public interface Forecast {

        /** Nothing for whoever does not wait in a queue. */
        java.util.Optional<Expectation> of(CaseFile file);
    }
}
