package org.tandem.desk.pool;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.desk.TasksAway;

/** Who is in the pool, for leads: who is there, on what, and when they say they will be. */
@Service
public class Roster {

    private final ProfileTable profiles;
    private final PresenceTable presences;
    private final SlotTable slots;
    private final Candidates candidates;
    private final OfferCounts counts;
    private final PoolSettings settings;
    private final Availability availability;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Roster(
            ProfileTable profiles,
            PresenceTable presences,
            SlotTable slots,
            Candidates candidates,
            OfferCounts counts,
            PoolSettings settings,
            Availability availability,
            TransactionTemplate transaction,
            Clock clock) {
        this.profiles = profiles;
        this.presences = presences;
        this.slots = slots;
        this.candidates = candidates;
        this.counts = counts;
        this.settings = settings;
        this.availability = availability;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Somebody in the pool.
     *
     * @param silent whether they did not answer the last offers, so that there are no further ones until a sign of them
     * @param tasks the keys of what they have and are offered; null while the engine does not answer
     * @param next the next time they have announced, or the one that is now
     */
    public record Member(
            Profile profile,
            boolean available,
            boolean silent,
            @Nullable Set<Long> tasks,
            Slot.@Nullable Time next) {

        /** While the engine does not answer they are thought to have. */
        public boolean hasRoom() {
            return tasks == null || tasks.size() < profile.cap();
        }
    }

    /** The names of all who say that they are available and answer offers. */
    public Set<String> there() {
        var silent = counts.silent(settings.unanswered());
        return availability.available().stream()
                .filter(agent -> !silent.contains(agent))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who is available first, then by name. */
    public List<Member> all() {
        var now = clock.instant();
        var all = profiles.all();
        var presence = presences.all().stream().collect(Collectors.toMap(Presence::agent, Presence::available));
        var silent = counts.silent(settings.unanswered());
        var load = load(all.stream().map(Profile::agent).collect(Collectors.toSet()));
        var next = slots.all().stream().collect(Collectors.groupingBy(Slot::agent));
        return all.stream()
                .map(profile -> new Member(
                        profile,
                        presence.getOrDefault(profile.agent(), false),
                        silent.contains(profile.agent()),
                        load.map(tasks -> tasks.getOrDefault(profile.agent(), Set.of()))
                                .orElse(null),
                        next.getOrDefault(profile.agent(), List.of()).stream()
                                .flatMap(slot -> slot.timesAfter(now).stream())
                                .min(Comparator.comparing(Slot.Time::from))
                                .orElse(null)))
                .sorted(Comparator.comparing((Member member) -> !member.available())
                        .thenComparing(member -> member.profile().agent()))
                .toList();
    }

    /** They are offered nothing more. What they have, an offer that is open and what they earned stay theirs. */
    public void remove(String agent, String by) {
        if (availability.of(agent).filter(Presence::available).isPresent()) {
            availability.become(agent, false);
        }
        transaction.executeWithoutResult(status -> {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            slots.revokeAll(agent, now);
            profiles.remove(agent, by, now);
        });
    }

    private Optional<Map<String, Set<Long>>> load(Set<String> agents) {
        try {
            return Optional.of(candidates.load(agents));
        } catch (TasksAway away) {
            return Optional.empty();
        }
    }
}
