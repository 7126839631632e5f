package org.tandem.desk.waiting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tandem.desk.hours.BusinessCalendar;
import org.tandem.desk.hours.CaseCalendars;
import org.tandem.desk.pool.Availability;
import org.tandem.desk.pool.Profile;
import org.tandem.desk.pool.Profiles;
import org.tandem.desk.pool.Slots;
import org.tandem.inquiry.Waits;

/** The work that is expected in the next hours beside the people who are there or have announced themselves. */
@Service
public class WorkAhead {

    public static final int FEWEST_WEEKS = PastArrivals.FEWEST_WEEKS;
    private static final int HOURS = 12;
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Waits waits;
    private final Profiles profiles;
    private final Availability availability;
    private final Slots slots;
    private final CaseCalendars calendars;
    private final BusinessCalendar ours;
    private final Clock clock;
    private volatile @Nullable Known known;

    WorkAhead(
            Waits waits,
            Profiles profiles,
            Availability availability,
            Slots slots,
            CaseCalendars calendars,
            Clock clock) {
        this.waits = waits;
        this.profiles = profiles;
        this.availability = availability;
        this.slots = slots;
        this.calendars = calendars;
        this.ours = calendars.calendar(null);
        this.clock = clock;
    }

    private record Known(PastArrivals arrivals, List<BusinessCalendar> calendars, Instant at) {}

    private record Announced(String agent, Instant from, Instant to) {}

    /**
     * An hour to come; the first one is the hour that runs.
     *
     * @param cases that are expected, nothing while too few weeks are known
     * @param people with the skill who have announced themselves for some of it, and in the hour that runs also those who are available
     * @param open whether people work then by the calendar of a market from which cases came
     */
    public record Hour(Instant from, OptionalDouble cases, int people, boolean open) {}

    /** @param weeks on how many whole weeks it rests */
    public record Ahead(int weeks, List<Hour> hours) {}

    /** @param queue null for all together; queues and skills go by the same names */
    public Ahead of(@Nullable String queue) {
        var now = clock.instant();
        var first = now.truncatedTo(ChronoUnit.HOURS);
        var past = known(now);
        var arrivals = past.arrivals();
        var able = profiles.all().stream()
                .filter(profile -> queue == null || profile.crafts().contains(queue))
                .map(Profile::agent)
                .collect(Collectors.toSet());
        var announced = announced(able, now, first.plus(HOURS, ChronoUnit.HOURS));
        var there = new HashSet<>(availability.available());
        there.retainAll(able);
        return new Ahead(
                arrivals.weeks(),
                IntStream.range(0, HOURS)
                        .mapToObj(ahead -> first.plus(ahead, ChronoUnit.HOURS))
                        .map(hour -> new Hour(
                                hour,
                                arrivals.expected(queue, hour),
                                people(hour, hour.equals(first) ? there : Set.of(), announced),
                                past.calendars().stream().anyMatch(calendar -> opens(calendar, hour))))
                        .toList());
    }

    /** In whose time the hours are told. */
    public ZoneId zone() {
        return ours.zone();
    }

    private static int people(Instant hour, Set<String> there, List<Announced> announced) {
        return (int) Stream.concat(
                        there.stream(),
                        announced.stream()
                                .filter(time -> time.from().isBefore(hour.plus(1, ChronoUnit.HOURS))
                                        && time.to().isAfter(hour))
                                .map(Announced::agent))
                .distinct()
                .count();
    }

    private static boolean opens(BusinessCalendar calendar, Instant hour) {
        return calendar.nextOpening(hour).isBefore(hour.plus(1, ChronoUnit.HOURS));
    }

    private List<Announced> announced(Set<String> able, Instant from, Instant to) {
        return slots.between(from, to).stream()
                .filter(slot -> able.contains(slot.agent()))
                .flatMap(slot ->
                        slot.timesAfter(from).stream().map(time -> new Announced(slot.agent(), time.from(), time.to())))
                .filter(time -> time.from().isBefore(to))
                .toList();
    }

    private Known known(Instant now) {
        var last = known;
        if (last == null || last.at().plus(FRESH).isBefore(now) || last.at().isAfter(now)) {
            var since = now.minus(PastArrivals.LOOKED_BACK);
            var used = waits.calendars(since).stream()
                    .map(calendars::calendar)
                    .distinct()
                    .toList();
            last = new Known(
                    new PastArrivals(waits.arrivals(since), now, ours.zone()),
                    used.isEmpty() ? List.of(ours) : used,
                    now);
            known = last;
        }
        return last;
    }
}
