package org.tandem.desk.web;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tandem.desk.HeldAnswer;

/** An answer that can still be taken back, or why it was not sent, in words. */
record HeldView(
        long key, String title, String words, @Nullable String problem) {

    static HeldView of(HeldAnswer answer, Instant now) {
        var number = answer.number();
        return new HeldView(
                answer.taskKey(),
                number == null ? "a task of no customer" : number,
                words(answer, Duration.between(now, answer.goesAt())),
                answer.problem());
    }

    boolean isOnItsWay() {
        return problem == null;
    }

    private static String words(HeldAnswer answer, Duration left) {
        if (answer.problem() != null) {
            return "was not sent.";
        }
        if (answer.tries() > 0) {
            return "is on its way. If the process engine does not answer, it is tried again.";
        }
        var seconds = Math.max(1, left.toSeconds() + 1);
        return seconds == 1 ? "goes out in a second." : "goes out in %d seconds.".formatted(seconds);
    }
}
