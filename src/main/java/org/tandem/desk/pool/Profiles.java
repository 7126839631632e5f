package org.tandem.desk.pool;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.tandem.staff.Workforce;

/** What agents can do and want. Leads look after it. */
@Service
public class Profiles {

    private final ProfileTable table;
    private final ObjectProvider<RoutingSkills> routing;
    private final Workforce workforce;
    private final Clock clock;

    Profiles(ProfileTable table, ObjectProvider<RoutingSkills> routing, Workforce workforce, Clock clock) {
        this.table = table;
        this.routing = routing;
        this.workforce = workforce;
        this.clock = clock;
    }

    public Optional<Profile> of(String agent) {
        return table.find(agent);
    }

    /** In the order of their names. */
    public List<Profile> all() {
        return table.all();
    }

    /** Skills that tasks can need or somebody has, without languages. */
    public Set<String> knownSkills() {
        return check().crafts();
    }

    /** Why somebody cannot be taken into the pool, as a sentence; empty if they can or are in it. */
    public Optional<String> flaw(String agent) {
        return table.find(agent).isPresent() ? Optional.empty() : workforce.flaw(agent);
    }

    /** @throws PoolRefused if something about it is wrong; then nothing is changed */
    public Profile change(String agent, ProfileForm form, String by) {
        flaw(agent).ifPresent(flaw -> {
            throw new PoolRefused("agent", flaw);
        });
        var profile = form.read(agent, check());
        table.put(profile, by, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return profile;
    }

    private SkillCheck check() {
        return new SkillCheck(routing.getIfAvailable(() -> Set::of).known(), table.allSkills());
    }
}
