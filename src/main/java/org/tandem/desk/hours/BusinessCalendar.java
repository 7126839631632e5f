package org.tandem.desk.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tandem.desk.hours.Shift.Span;

/**
 * When people work in a market. Business time passes only during shifts; how long these are is told by the line of time, so that a
 * shift over a change of the clock is an hour longer or shorter. Own code, as no maintained open library does this with time zones
 * and split shifts.
 */
public final class BusinessCalendar implements WorkTime {

    private final String id;
    private final String name;
    private final ZoneId zone;
    private final Map<DayOfWeek, List<Shift>> week;
    private final Set<DayOfWeek> businessDays;
    private final Map<LocalDate, String> holidays;

    /** @param week in the order of the day, without overlaps; at least one business day has a shift */
    BusinessCalendar(
            String id,
            String name,
            ZoneId zone,
            Map<DayOfWeek, List<Shift>> week,
            Set<DayOfWeek> businessDays,
            Map<LocalDate, String> holidays) {
        this.id = id;
        this.name = name;
        this.zone = zone;
        this.week = Map.copyOf(week);
        this.businessDays = Set.copyOf(businessDays);
        this.holidays = Map.copyOf(holidays);
    }

    /** The name of its file, by which decision tables name it. */
    public String id() {
        return id;
    }

    /** The market, for people to read. */
    public String name() {
        return name;
    }

    public ZoneId zone() {
        return zone;
    }

    /** The years of which holidays are known; in others every weekday counts as one on which people work. */
    HolidayYears holidayYears() {
        return HolidayYears.of(holidays.keySet());
    }

    @Override
    public Instant plus(Instant from, Duration businessTime) {
        if (businessTime.isNegative()) {
            throw new IllegalArgumentException("A business time of %s is negative".formatted(businessTime));
        }
        var left = businessTime;
        if (left.isZero()) {
            return from;
        }
        for (var day = dayOf(from); ; day = day.plusDays(1)) {
            for (var span : spans(day).toList()) {
                var usable = span.after(from);
                if (left.compareTo(usable) <= 0) {
                    return span.end().minus(usable).plus(left);
                }
                left = left.minus(usable);
            }
        }
    }

    @Override
    public Duration between(Instant from, Instant to) {
        var sum = Duration.ZERO;
        for (var day = dayOf(from); !day.isAfter(dayOf(to)); day = day.plusDays(1)) {
            for (var span : spans(day).toList()) {
                sum = sum.plus(span.after(from)).minus(span.after(from.isAfter(to) ? from : to));
            }
        }
        return sum;
    }

    public boolean isOpen(Instant moment) {
        return spans(dayOf(moment)).anyMatch(span -> span.contains(moment));
    }

    /** This moment while people work, otherwise when they begin again. */
    public Instant nextOpening(Instant moment) {
        return Stream.iterate(dayOf(moment), day -> day.plusDays(1))
                .flatMap(this::spans)
                .filter(span -> !span.after(moment).isZero())
                .map(span -> span.contains(moment) ? moment : span.start())
                .findFirst()
                .orElseThrow();
    }

    /** The close of business on the n-th business day after the day of this moment, which itself does not count. */
    public Instant closeOfBusinessDay(Instant moment, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("There is no business day number %d, they begin with 1".formatted(n));
        }
        return close(Stream.iterate(dayOf(moment).plusDays(1), day -> day.plusDays(1))
                .filter(this::isBusinessDay)
                .skip(n - 1L)
                .findFirst()
                .orElseThrow());
    }

    /** The last close of business not after the day that is so many weeks after that of this moment. */
    public Instant lastCloseWithin(Instant moment, int weeks) {
        return close(Stream.iterate(dayOf(moment).plusWeeks(weeks), day -> day.minusDays(1))
                .filter(this::isBusinessDay)
                .findFirst()
                .orElseThrow());
    }

    private Instant close(LocalDate businessDay) {
        return spans(businessDay).map(Span::end).max(Comparator.naturalOrder()).orElseThrow();
    }

    private boolean isBusinessDay(LocalDate day) {
        return businessDays.contains(day.getDayOfWeek()) && !holidays.containsKey(day);
    }

    private Stream<Span> spans(LocalDate day) {
        return holidays.containsKey(day)
                ? Stream.of()
                : week.getOrDefault(day.getDayOfWeek(), List.of()).stream().map(shift -> shift.on(day, zone));
    }

    private LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}
