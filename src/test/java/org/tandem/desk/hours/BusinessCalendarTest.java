package org.tandem.desk.hours;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.DateTimes;

class BusinessCalendarTest {

    private static final Calendars CALENDARS = new Calendars("file:processes/calendars/");
    private static final BusinessCalendar SWEDEN = CALENDARS.get("sweden");
    private static final BusinessCalendar UK = CALENDARS.get("united-kingdom");
    private static final BusinessCalendar ALWAYS = roundTheClock();

    @Property
    void whatIsAddedIsTheTimeBetween(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll("businessTimes") Duration time) {
        assertThat(calendar.between(from, calendar.plus(from, time))).isEqualTo(time);
    }

    @Property
    void theTimeBetweenLeadsToTheSameMomentIfPeopleWorkThen(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll("businessTimes") Duration ahead) {
        var to = calendar.nextOpening(calendar.plus(from, ahead).plus(1, ChronoUnit.MINUTES));

        assertThat(calendar.nextOpening(calendar.plus(from, calendar.between(from, to))))
                .isEqualTo(to);
    }

    @Property
    void laterAndLongerIsNeverEarlier(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll("businessTimes") Duration time,
            @ForAll("businessTimes") Duration more) {
        var due = calendar.plus(from, time);

        assertThat(calendar.plus(from.plus(more), time)).isAfterOrEqualTo(due);
        assertThat(calendar.plus(from, time.plus(more))).isAfterOrEqualTo(due);
        assertThat(calendar.plus(due, more)).isEqualTo(calendar.plus(from, time.plus(more)));
    }

    @Property
    void businessTimeNeverPassesFasterThanTheClock(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll("businessTimes") Duration ahead) {
        assertThat(calendar.between(from, from.plus(ahead))).isBetween(Duration.ZERO, ahead);
        assertThat(calendar.between(from.plus(ahead), from)).isZero();
        assertThat(ALWAYS.between(from, from.plus(ahead))).isEqualTo(ahead);
    }

    @Property
    void theNextOpeningIsOpenAndNoBusinessTimeIsLostBefore(
            @ForAll("calendars") BusinessCalendar calendar, @ForAll("moments") Instant from) {
        var opening = calendar.nextOpening(from);

        assertThat(calendar.isOpen(opening)).isTrue();
        assertThat(calendar.between(from, opening)).isZero();
    }

    @Provide
    Arbitrary<BusinessCalendar> calendars() {
        return Arbitraries.of(SWEDEN, UK, ALWAYS);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return DateTimes.instants()
                .between(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-12-01T00:00:00Z"));
    }

    @Provide
    Arbitrary<Duration> businessTimes() {
        return Arbitraries.longs().between(0, 40 * 24 * 60).map(Duration::ofMinutes);
    }

    @Example
    void lunchNightAndWeekendDoNotCount() {
        assertThat(SWEDEN.plus(stockholm("2026-11-27T11:30"), Duration.ofHours(1)))
                .isEqualTo(stockholm("2026-11-27T13:00"));
        assertThat(SWEDEN.plus(stockholm("2026-11-27T16:30"), Duration.ofHours(1)))
                .isEqualTo(stockholm("2026-11-30T08:30"));
        assertThat(SWEDEN.plus(stockholm("2026-11-27T16:00"), Duration.ofHours(1)))
                .as("the close of one day, not the opening of the next")
                .isEqualTo(stockholm("2026-11-27T17:00"));
    }

    @Example
    void midsummerEveAndBoxingDayInLieuAreClosed() {
        assertThat(SWEDEN.nextOpening(stockholm("2026-06-18T18:00"))).isEqualTo(stockholm("2026-06-22T08:00"));
        assertThat(UK.nextOpening(london("2026-12-24T20:00"))).isEqualTo(london("2026-12-29T08:00"));
    }

    @Example
    void daysOnWhichTheClockChangesHave23And25Hours() {
        assertThat(ALWAYS.between(stockholm("2026-03-29T00:00"), stockholm("2026-03-30T00:00")))
                .isEqualTo(Duration.ofHours(23));
        assertThat(ALWAYS.between(stockholm("2026-10-25T00:00"), stockholm("2026-10-26T00:00")))
                .isEqualTo(Duration.ofHours(25));
        assertThat(ALWAYS.plus(stockholm("2026-10-24T12:00"), Duration.ofHours(24)))
                .isEqualTo(stockholm("2026-10-25T11:00"));
        assertThat(SWEDEN.plus(stockholm("2026-10-23T16:00"), Duration.ofHours(2)))
                .as("opens at eight on the wall, whatever the sun says")
                .isEqualTo(stockholm("2026-10-26T09:00"));
    }

    @Example
    void saturdaysOpenAtTheDeskAreNoBusinessDaysOfTheLaw() {
        var thursday = london("2026-11-26T21:00");

        assertThat(UK.isOpen(london("2026-11-28T10:00"))).isTrue();
        assertThat(UK.closeOfBusinessDay(thursday, 1)).isEqualTo(london("2026-11-27T20:00"));
        assertThat(UK.closeOfBusinessDay(thursday, 3)).isEqualTo(london("2026-12-01T20:00"));
        assertThat(UK.closeOfBusinessDay(london("2026-12-23T09:00"), 3)).isEqualTo(london("2026-12-30T20:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> UK.closeOfBusinessDay(thursday, 0));
    }

    @Example
    void eightWeeksEndWithTheLastBusinessDayInThem() {
        assertThat(UK.lastCloseWithin(london("2026-11-26T10:00"), 8)).isEqualTo(london("2027-01-21T20:00"));
        assertThat(UK.lastCloseWithin(london("2026-10-31T10:00"), 8))
                .as("26 December is closed, and so is Christmas Day")
                .isEqualTo(london("2026-12-24T20:00"));
    }

    private static Instant stockholm(String local) {
        return LocalDateTime.parse(local).atZone(SWEDEN.zone()).toInstant();
    }

    private static Instant london(String local) {
        return LocalDateTime.parse(local).atZone(UK.zone()).toInstant();
    }

    private static BusinessCalendar roundTheClock() {
        var mistakes = new ArrayList<CalendarMistake>();
        var calendar = CalendarReader.read("always.yaml", """
                name: Always
                zone: Europe/Stockholm
                hours: {monday: 00:00-24:00, tuesday: 00:00-24:00, wednesday: 00:00-24:00, thursday: 00:00-24:00,
                  friday: 00:00-24:00, saturday: "00:00-02:30, 02:30-24:00", sunday: "00:00-02:30, 02:30-24:00"}
                holidays: {}
                """, mistakes);
        assertThat(mistakes).isEmpty();
        return requireNonNull(calendar);
    }
}
