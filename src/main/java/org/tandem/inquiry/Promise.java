package org.tandem.inquiry;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a person should take at most, as it is said to the customer. It is rounded up once, in the largest unit that fits, and everything
 * that is told follows from that, so that no two places promise two times.
 */
public record Promise(Instant made, Duration within) {

    static Promise of(HandOver handOver) {
        var due = Duration.between(handOver.at(), handOver.firstResponseDue());
        return new Promise(handOver.at(), roundedUp(due));
    }

    /** When it is broken. */
    public Instant by() {
        return made.plus(within);
    }

    public String inWords() {
        if (within.toMinutes() < 60) {
            return counted(within.toMinutes(), "minute");
        }
        return within.toHours() < 48 ? counted(within.toHours(), "hour") : counted(within.toDays(), "day");
    }

    private static Duration roundedUp(Duration due) {
        var minutes = Math.max(1, Math.ceilDiv(due.toSeconds(), 60));
        if (minutes < 60) {
            return Duration.ofMinutes(minutes);
        }
        var hours = Math.ceilDiv(minutes, 60);
        return hours < 48 ? Duration.ofHours(hours) : Duration.ofDays(Math.ceilDiv(hours, 24));
    }

    private static String counted(long number, String unit) {
        return number == 1 ? "1 " + unit : number + " " + unit + "s";
    }
}
