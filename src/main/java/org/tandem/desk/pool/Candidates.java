package org.tandem.desk.pool;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tandem.desk.OpenWork;
import org.tandem.desk.Task;
import org.tandem.desk.pool.OfferTable.Open;
import org.tandem.desk.pool.allocation.Candidate;
import org.tandem.staff.Workforce;

/** Who can be offered something now, and how much they have. */
@Component
class Candidates {

    private final ProfileTable profiles;
    private final PresenceTable presences;
    private final OfferTable offers;
    private final OfferCounts counts;
    private final OpenWork work;
    private final Workforce workforce;
    private final PoolSettings settings;

    Candidates(
            ProfileTable profiles,
            PresenceTable presences,
            OfferTable offers,
            OfferCounts counts,
            OpenWork work,
            Workforce workforce,
            PoolSettings settings) {
        this.profiles = profiles;
        this.presences = presences;
        this.offers = offers;
        this.counts = counts;
        this.work = work;
        this.workforce = workforce;
        this.settings = settings;
    }

    /** An agent who is available, as the database has them and as allocation sees them. */
    record Present(Presence presence, Candidate candidate) {

        /** The same after an offer. */
        Present offered(Instant now) {
            return new Present(
                    new Presence(
                            presence.agent(),
                            true,
                            presence.availableSeconds(),
                            presence.availableSeconds(now),
                            presence.countedAt(),
                            presence.seenAt(),
                            presence.revision() + 1),
                    new Candidate(
                            candidate.name(),
                            candidate.skills(),
                            candidate.cap(),
                            candidate.load() + 1,
                            now,
                            candidate.accepted(),
                            candidate.availableSince()));
        }
    }

    /** By name. Whoever does not answer offers, or does not work here any more, is not among them. */
    Map<String, Present> present(Instant now) {
        var there = presences.all().stream().filter(Presence::available).toList();
        if (there.isEmpty()) {
            return Map.of();
        }
        var gone = workforce.gone();
        var silent = counts.silent(settings.unanswered());
        var profile = profiles.all().stream().collect(Collectors.toMap(Profile::agent, one -> one));
        var from = now.minus(settings.fairWithin());
        var accepted = counts.acceptedSince(from);
        var time = AvailableTime.since(from, presences.changesSince(from));
        var load = load(there.stream().map(Presence::agent).collect(Collectors.toSet()));
        var present = new HashMap<String, Present>();
        for (var presence : there) {
            var agent = presence.agent();
            var mine = profile.get(agent);
            if (mine != null && !gone.contains(agent) && !silent.contains(agent)) {
                present.put(
                        agent,
                        new Present(
                                presence,
                                new Candidate(
                                        agent,
                                        mine.skills(),
                                        mine.cap(),
                                        load.getOrDefault(agent, Set.of()).size(),
                                        presence.idleSince(),
                                        accepted.getOrDefault(agent, 0),
                                        now.minus(time.of(presence, now)))));
            }
        }
        return present;
    }

    /** The keys of the tasks that somebody has, whichever way, or is offered. */
    Map<String, Set<Long>> load(Set<String> agents) {
        var load = new HashMap<String, Set<Long>>();
        for (Task task : work.heldBy(agents)) {
            load.computeIfAbsent(String.valueOf(task.assignee()), agent -> new HashSet<>())
                    .add(task.key());
        }
        List<Open> open = offers.open();
        open.forEach(one ->
                load.computeIfAbsent(one.agent(), agent -> new HashSet<>()).add(one.taskKey()));
        return load;
    }
}
