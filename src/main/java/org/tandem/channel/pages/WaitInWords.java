package org.tandem.channel.pages;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tandem.inquiry.Expectation;

/** What a customer who waits for a person can expect, as one would say it: times are rounded up, in steps that do not jitter. */
final class WaitInWords {

    private static final DateTimeFormatter OPENS =
            DateTimeFormatter.ofPattern("EEEE, d MMMM 'at' HH:mm '('VV')'", Locale.ENGLISH);

    private WaitInWords() {}

    static String of(Expectation expected) {
        var place = expected.place() == 1
                ? "You are next in the queue."
                : "You are number %d in the queue.".formatted(expected.place());
        var opens = expected.opens();
        if (opens != null) {
            return "%s Nobody is here just now; we are back on %s.".formatted(place, OPENS.format(opens));
        }
        var range = range(expected.half(), expected.most());
        return range.isEmpty() ? place : place + " " + range;
    }

    private static String range(@Nullable Duration half, @Nullable Duration most) {
        if (half == null || most == null) {
            return "";
        }
        var soon = inWords(half);
        var late = inWords(most);
        return soon.equals(late)
                ? "Nine in ten customers in this place have an answer within %s.".formatted(late)
                : "Half of the customers in this place have an answer within %s, nine in ten within %s."
                        .formatted(soon, late);
    }

    private static String inWords(Duration time) {
        var minutes = Math.max(1, Math.ceilDiv(time.toSeconds(), 60));
        if (minutes > 10) {
            minutes = Math.ceilDiv(minutes, 5) * 5;
        }
        if (minutes < 90) {
            return counted(minutes, "minute");
        }
        var hours = Math.ceilDiv(minutes, 60);
        return hours < 48 ? counted(hours, "hour") : counted(Math.ceilDiv(hours, 24), "day");
    }

    private static String counted(long number, String unit) {
        return number == 1 ? "1 " + unit : number + " " + unit + "s";
    }
}
