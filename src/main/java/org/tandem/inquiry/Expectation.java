package org.tandem.inquiry;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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

    private static final DateTimeFormatter OPENS =
            DateTimeFormatter.ofPattern("EEEE, d MMMM 'at' HH:mm '('VV')'", Locale.ENGLISH);

    public Expectation(int place, @Nullable Duration half, @Nullable Duration most) {
        this(place, half, most, null);
    }

    /** Nobody works before that, and how long it takes by day says nothing of the night. */
    public Expectation closedUntil(ZonedDateTime opening) {
        return new Expectation(place, null, null, opening);
    }

    /** What one would say of it but for the place: times are rounded up, in steps that do not jitter. Empty if there is nothing to say. */
    public String inWords() {
        if (opens != null) {
            return "Nobody is here just now; we are back on %s.".formatted(OPENS.format(opens));
        }
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

    /** Tells expectations of customers who wait for people; that is for the people's side to say. */
    public interface Forecast {

        /** Nothing for whoever does not wait in a queue. */
        Optional<Expectation> of(CaseFile file);
    }
}
