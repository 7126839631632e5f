package org.tandem.desk.pool;

import java.util.Set;
import org.springframework.stereotype.Service;
import org.tandem.desk.TasksAway;

/** Says to agents whether offers come to them, by what allocation goes by. */
@Service
public class Turns {

    private final ProfileTable profiles;
    private final PresenceTable presences;
    private final Candidates candidates;
    private final OfferCounts counts;
    private final PoolSettings settings;

    Turns(
            ProfileTable profiles,
            PresenceTable presences,
            Candidates candidates,
            OfferCounts counts,
            PoolSettings settings) {
        this.profiles = profiles;
        this.presences = presences;
        this.candidates = candidates;
        this.counts = counts;
        this.settings = settings;
    }

    /** Whether work comes to them as offers. Nobody is to have work that they were not offered, so a case that comes back is offered them too. */
    public boolean areOffers(String agent) {
        return profiles.find(agent).isPresent();
    }

    /** Whether they are available and get no offers, because they did not answer the last ones. */
    public boolean isSilent(String agent) {
        return presences
                .find(agent)
                .filter(Presence::available)
                .filter(presence -> counts.isSilent(presence, settings.unanswered()))
                .isPresent();
    }

    public Turn of(String agent) {
        var profile = profiles.find(agent);
        if (profile.isEmpty()) {
            return new Turn.NotInPool();
        }
        if (presences.find(agent).filter(Presence::available).isEmpty()) {
            return new Turn.Away();
        }
        if (isSilent(agent)) {
            return new Turn.Silent(settings.unanswered());
        }
        var cap = profile.get().cap();
        try {
            var has =
                    candidates.load(Set.of(agent)).getOrDefault(agent, Set.of()).size();
            return has < cap ? new Turn.Open() : new Turn.Full(has, cap);
        } catch (TasksAway away) {
            return new Turn.NotKnown();
        }
    }
}
