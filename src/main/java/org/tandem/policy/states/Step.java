package org.tandem.policy.states;

/** How one state becomes the next: something happened at a place. */
public record Step(Place at, Cause cause, State to) {

    /** What happened. */
    public sealed interface Cause {

        /** A message came and was heard here. */
        record Heard(String message) implements Cause {}

        /** A job reported that the customer is back and waits for a person. */
        record CameBack() implements Cause {}

        /** A timer ran out here. */
        record TimedOut() implements Cause {}

        /** Anything else: a job or a task is done, a gateway has decided. */
        record Went() implements Cause {}
    }

    public boolean hears(String message) {
        return cause instanceof Cause.Heard heard && heard.message().equals(message);
    }
}
