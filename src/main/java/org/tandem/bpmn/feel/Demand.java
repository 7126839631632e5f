package org.tandem.bpmn.feel;

import java.time.DateTimeException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an engine needs the value of an attribute to be; with anything else the case stops with an incident. */
public enum Demand {
    DURATION("a duration", "a duration, such as PT30M, P2D or =duration(\"PT30M\")", Kind.TEXT, Kind.DURATION),
    DATE(
            "a date with time and zone",
            "a date with time and zone, such as 2030-01-31T09:00:00Z or =now() + duration(\"P2D\")",
            Kind.TEXT,
            Kind.DATE_TIME),
    DATE_OR_NONE(
            "a date with time and zone",
            "a date with time and zone, such as 2030-01-31T09:00:00Z or =now() + duration(\"P2D\")",
            Kind.TEXT,
            Kind.DATE_TIME),
    CYCLE("a cycle", "a cycle, such as R/PT10M, R3/PT10M or, as cron has it, 0 0 9 * * MON-FRI", Kind.TEXT),
    TEXT("a text", "a text, or an expression that always gives one", Kind.TEXT),
    KEY("a text or a number", "an expression that always gives a text or a number", Kind.TEXT, Kind.NUMBER),
    TEXTS("a list of texts", "a list of texts, such as =[\"payments\"], or names with commas between them", Kind.LIST),
    LIST("a list", "an expression that gives a list", Kind.LIST),
    TRUTH("true or false", "an expression that gives true or false", Kind.TRUTH),
    RETRIES("a whole number from 1 on", "a whole number from 1 on, such as 3", Kind.NUMBER, Kind.TEXT),
    PRIORITY(
            "a whole number from 0 to 100",
            "a whole number from 0 (not urgent) to 100 (most urgent)",
            Kind.NUMBER,
            Kind.TEXT);

    private static final int MOST_URGENT = 100;

    private final String words;
    private final String remedy;
    private final Set<Kind> kinds;

    Demand(String words, String remedy, Kind... kinds) {
        this.words = words;
        this.remedy = remedy;
        this.kinds = Set.of(kinds);
    }

    public String words() {
        return words;
    }

    /** Goes on after "Write". */
    public String remedy() {
        return remedy;
    }

    /** Values of such a kind can do, though not every one. */
    boolean takesOneOf(Set<Kind> possible) {
        return possible.stream().anyMatch(kinds::contains);
    }

    /** Plain text is names separated by commas, or the value itself; nobody means to wait for less than no time. */
    public boolean acceptsPlain(String text) {
        return switch (this) {
            case TEXTS, TEXT -> true;
            case TRUTH, LIST, KEY -> false;
            case DURATION -> !text.startsWith("-") && accepts(text);
            default -> accepts(text);
        };
    }

    public boolean accepts(@Nullable Object value) {
        return switch (this) {
            case TEXT -> value instanceof String;
            case KEY -> value instanceof String || value instanceof Number;
            case TRUTH -> value instanceof Boolean;
            case LIST -> value instanceof List<?>;
            case TEXTS -> value instanceof List<?> items && items.stream().allMatch(String.class::isInstance);
            case RETRIES -> whole(value) >= 1;
            case PRIORITY -> whole(value) >= 0 && whole(value) <= MOST_URGENT;
            case DATE_OR_NONE -> value == null || "".equals(value) || isDate(value);
            case DATE -> isDate(value);
            case DURATION -> holds(() -> IsoTime.after(value, 0));
            case CYCLE -> value instanceof String text && holds(() -> IsoTime.cycle(text, 0));
        };
    }

    private static boolean isDate(@Nullable Object value) {
        return holds(() -> IsoTime.date(value));
    }

    private static boolean holds(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (DateTimeException no) {
            return false;
        }
    }

    private static int whole(@Nullable Object value) {
        try {
            return Integer.parseInt(String.valueOf(value));
        } catch (NumberFormatException no) {
            return -1;
        }
    }
}
