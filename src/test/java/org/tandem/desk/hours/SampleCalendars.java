package org.tandem.desk.hours;

/** The calendars of {@code processes/calendars}. */
public final class SampleCalendars {

    private SampleCalendars() {}

    public static Calendars all() {
        return new Calendars("file:processes/calendars/");
    }

    /** Ours is that of the United Kingdom. */
    public static CaseCalendars ofCases() {
        return new CaseCalendars(all(), "united-kingdom");
    }
}
