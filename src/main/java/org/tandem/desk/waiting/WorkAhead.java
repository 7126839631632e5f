package org.tandem.desk.waiting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tandem.desk.hours.BusinessCalendar;
import org.tandem.desk.hours.CaseCalendars;
import org.tandem.desk.pool.Profile;
import org.tandem.desk.pool.Profiles;
import org.tandem.desk.pool.Roster;
import org.tandem.desk.pool.Slots;
import org.tandem.inquiry.Waits;

/** The work that is expected in the next hours beside the people who are there or have announced themselves. */
@Service
public class WorkAhead {

    public static final int FEWEST_WEEKS = PastArrivals.FEWEST_WEEKS;
    private static final int HOURS = 12;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Waits waits;
    private final Profiles profiles;
    private final Roster roster;
    private final Slots slots;
    private final Forecasts forecasts;
    private final CaseCalendars calendars;
    private final BusinessCalendar ours;
    private final Clock clock;
    private volatile @Nullable Known known;

    WorkAhead(
            Waits waits,
            Profiles profiles,
            Roster roster,
            Slots slots,
            Forecasts forecasts,
            CaseCalendars calendars,
            Clock clock) {
        this.waits = waits;
        this.profiles = profiles;
        this.roster = roster;
        this.slots = slots;
        this.forecasts = forecasts;
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
     * @param work hours that these take, of what is left of it; nothing while it is not known how many come or how long one takes
     * @param people hours of those with the skill who have announced themselves, and in the hour that runs also of those who are available
     *     and answer offers; the hours of whoever has several skills are shared out among their queues in proportion to the cases that are
     *     expected there, and evenly where none are, so that those of all queues are never more than there are
     * @param open whether people work then by the calendar of a market from which cases came
     */
    public record Hour(Instant from, OptionalDouble cases, OptionalDouble work, double people, boolean open) {}

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
                .collect(Collectors.toMap(Profile::agent, Profile::crafts));
        var announced = announced(able.keySet(), now, first.plus(HOURS, ChronoUnit.HOURS));
        var there = new HashSet<>(roster.there());
        there.retainAll(able.keySet());
        return new Ahead(
                arrivals.weeks(),
                IntStream.range(0, HOURS)
                        .mapToObj(ahead -> first.plus(ahead, ChronoUnit.HOURS))
                        .map(hour -> new Hour(
                                hour,
                                arrivals.expected(queue, hour),
                                work(arrivals, queue, hour, now),
                                people(
                                        hour,
                                        now,
                                        hour.equals(first) ? there : Set.of(),
                                        announced,
                                        agent -> share(arrivals, queue, able.getOrDefault(agent, List.of()), hour)),
                                past.calendars().stream().anyMatch(calendar -> opens(calendar, hour))))
                        .toList());
    }

    /** In whose time the hours are told. */
    public ZoneId zone() {
        return ours.zone();
    }

    /**
     * How long one of this queue usually takes, from one answer of a person to their next or since it came; nothing while too few are known.
     */
    public Optional<Duration> handling(String queue) {
        return forecasts.handling(queue);
    }

    private OptionalDouble work(PastArrivals arrivals, @Nullable String queue, Instant hour, Instant now) {
        var hours = 0.0;
        for (var one : queue == null ? arrivals.queues() : Set.of(queue)) {
            var cases = arrivals.expected(one, hour);
            if (cases.isEmpty()) {
                return OptionalDouble.empty();
            }
            if (cases.getAsDouble() > 0) {
                var each = handling(one);
                if (each.isEmpty()) {
                    return OptionalDouble.empty();
                }
                hours += cases.getAsDouble() * hours(each.get());
            }
        }
        return arrivals.weeks() < FEWEST_WEEKS
                ? OptionalDouble.empty()
                : OptionalDouble.of(hours * hours(Duration.between(later(hour, now), hour.plus(HOUR))));
    }

    /** Whoever is there or announced twice for the same time counts once. */
    private static double people(
            Instant hour, Instant now, Set<String> there, List<Announced> announced, ToDoubleFunction<String> share) {
        var begin = later(hour, now);
        var end = hour.plus(HOUR);
        var byAgent = announced.stream()
                .filter(time -> !there.contains(time.agent()))
                .filter(time -> time.from().isBefore(end) && time.to().isAfter(begin))
                .mapToDouble(time -> share.applyAsDouble(time.agent())
                        * hours(Duration.between(
                                later(time.from(), begin), time.to().isBefore(end) ? time.to() : end)))
                .sum();
        return there.stream().mapToDouble(share).sum() * hours(Duration.between(begin, end)) + byAgent;
    }

    /** Of the time of somebody with these skills. */
    private static double share(PastArrivals arrivals, @Nullable String queue, List<String> skills, Instant hour) {
        if (queue == null) {
            return 1;
        }
        var all = skills.stream()
                .mapToDouble(skill -> arrivals.expected(skill, hour).orElse(0))
                .sum();
        return all == 0 ? 1.0 / skills.size() : arrivals.expected(queue, hour).orElse(0) / all;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private static double hours(Duration time) {
        return time.toSeconds() / 3600.0;
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
