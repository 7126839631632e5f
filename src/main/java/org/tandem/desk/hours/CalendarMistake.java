package org.tandem.desk.hours;

/**
 * What is wrong in a calendar and what would be right.
 *
 * @param line from 1
 */
public record CalendarMistake(String file, int line, String what) {

    @Override
    public String toString() {
        return "%s, line %d: %s".formatted(file, line, what);
    }
}
