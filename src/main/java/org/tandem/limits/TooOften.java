package org.tandem.limits;

import java.time.Duration;

/** A client did something too often, and is told when it may again. */
public class TooOften extends RuntimeException {

    private final Duration pause;

    TooOften(Duration pause) {
        super("Too often; possible again in %s".formatted(pause));
        this.pause = pause;
    }

    /** For the header {@code Retry-After}. */
    public long seconds() {
        return Math.max(1, Math.ceilDiv(pause.toMillis(), 1_000));
    }

    public String inWords() {
        var seconds = seconds();
        if (seconds < 60) {
            return seconds == 1 ? "1 second" : seconds + " seconds";
        }
        var minutes = Math.ceilDiv(seconds, 60);
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }
}
