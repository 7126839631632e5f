package org.tandem.quality.numbers;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose cases: by who answered first, and whether a draw had kept the AI from it. */
public enum Side {
    ALL("all cases", "true"),
    AI("cases that the AI answered first", "answered_by = 'AI'"),
    PEOPLE("cases that people answered first", "answered_by = 'PERSON'"),
    HELD_OUT("cases that people answered because they were held out", "answered_by = 'PERSON' and held_out = true"),
    HELD_OUT_OPEN(
            "cases that were held out and that nobody has answered", "answered_by = 'NOBODY' and held_out = true"),
    NOBODY("cases that nobody has answered", "answered_by = 'NOBODY'");

    private final String words;
    private final String condition;

    Side(String words, String condition) {
        this.words = words;
        this.condition = condition;
    }

    public String words() {
        return words;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String condition() {
        return condition;
    }

    boolean has(String answeredBy, boolean heldOut) {
        return switch (this) {
            case ALL -> true;
            case AI -> answeredBy.equals("AI");
            case PEOPLE -> answeredBy.equals("PERSON");
            case HELD_OUT -> answeredBy.equals("PERSON") && heldOut;
            case HELD_OUT_OPEN -> answeredBy.equals("NOBODY") && heldOut;
            case NOBODY -> answeredBy.equals("NOBODY");
        };
    }

    public static Optional<Side> of(String key) {
        return Stream.of(values()).filter(side -> side.key().equals(key)).findFirst();
    }
}
