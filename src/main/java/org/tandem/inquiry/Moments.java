package org.tandem.inquiry;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as people read them: in the time of a market, with its name, such as {@code 26 Nov, 10:00 GMT}. */
public final class Moments {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM, HH:mm z", Locale.ENGLISH);
    private static final DateTimeFormatter OF_A_YEAR =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm z", Locale.ENGLISH);
    private static final DateTimeFormatter IN_SENTENCES =
            DateTimeFormatter.ofPattern("d MMMM 'at' HH:mm z", Locale.ENGLISH);

    private Moments() {}

    public static String shortly(Instant at, ZoneId zone) {
        return SHORT.format(at.atZone(zone));
    }

    public static String withYear(Instant at, ZoneId zone) {
        return OF_A_YEAR.format(at.atZone(zone));
    }

    public static String inSentence(Instant at, ZoneId zone) {
        return IN_SENTENCES.format(at.atZone(zone));
    }
}
