package org.tandem.privacy;

import java.util.regex.Pattern;

/** Numbers in a line that are surely no phones, though some countries have such phones. */
final class OtherNumbers {

    private static final String YEAR = "(?:19|20)[0-9]{2}";
    private static final String DAY = "(?:0?[1-9]|[12][0-9]|3[01])";
    private static final String CLOCK = "(?:[01]?[0-9]|2[0-4])[.:h]?[0-5][0-9]";

    private static final Pattern ANY = Pattern.compile(String.join(
            "|",
            alone("%1$s([./-])%1$s\\1(?:%2$s|[0-9]{2}(?! [0-9]{2}\\b))".formatted(DAY, YEAR)),
            alone("%s([./-])[01]?[0-9]\\2%s".formatted(YEAR, DAY)),
            alone("%1$s ?[/\\p{Pd}] ?%1$s".formatted(YEAR)),
            alone("%1$s(?: ?\\p{Pd} ?%1$s)".formatted(CLOCK)), // opening hours
            alone("[0-9]{1,3}(?:([.,])[0-9]{3}(?:\\3[0-9]{3})*)?[.,][0-9]{2}"), // an amount
            alone("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}"))); // an address in a network

    private OtherNumbers() {}

    /** The line, as long as before, with something else in their places. */
    static String without(String line) {
        return ANY.matcher(line).replaceAll(number -> "#".repeat(number.group().length()));
    }

    private static String alone(String number) {
        return "(?<![0-9]|[0-9][.,/-]|\\+)(?:%s)(?![0-9]|[.,/-][0-9])".formatted(number);
    }
}
