package org.tandem.desk.pool;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Leads call for a skill that is short; whoever has it and is away sees that, and is free to come or not. */
@Service
public class SkillCalls {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 12 * 60;

    private final SkillCallTable table;
    private final Profiles profiles;
    private final Availability availability;
    private final Clock clock;

    SkillCalls(SkillCallTable table, Profiles profiles, Availability availability, Clock clock) {
        this.table = table;
        this.profiles = profiles;
        this.availability = availability;
        this.clock = clock;
    }

    /** All that have not ended, by skill. */
    public List<SkillCall> open() {
        return table.openAt(clock.instant());
    }

    /** Those for which this agent could come: none for who is there. */
    public List<SkillCall> openFor(String agent) {
        return profiles.of(agent)
                .filter(profile ->
                        availability.of(agent).filter(Presence::available).isEmpty())
                .map(profile -> open().stream()
                        .filter(call -> profile.skills().contains(call.skill()))
                        .toList())
                .orElse(List.of());
    }

    /**
     * Calls for a skill from now on; calling again gives it another end.
     *
     * @param minutes after which it ends by itself, {@value #SHORTEST} to {@value #LONGEST}
     * @throws PoolRefused if nobody can have the skill or the time makes no sense
     */
    public void call(String lead, String skill, int minutes) {
        if (!profiles.knownSkills().contains(skill)) {
            throw new PoolRefused(
                    "skill",
                    "There is no skill \"%s\". There are: %s."
                            .formatted(skill, String.join(", ", profiles.knownSkills())));
        }
        if (minutes < SHORTEST || minutes > LONGEST) {
            throw new PoolRefused(
                    "minutes",
                    "A call lasts from %d minutes to %d hours, not %d minutes."
                            .formatted(SHORTEST, LONGEST / 60, minutes));
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        put(new SkillCall(skill, lead, now, now.plus(Duration.ofMinutes(minutes))));
    }

    /** What has ended before stays so. */
    public void end(String skill) {
        table.end(skill, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private void put(SkillCall call) {
        if (table.replace(call)) {
            return;
        }
        try {
            table.add(call);
        } catch (DuplicateKeyException anotherLeadWasFaster) {
            table.replace(call);
        }
    }
}
