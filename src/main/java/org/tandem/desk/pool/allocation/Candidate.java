package org.tandem.desk.pool.allocation;

import java.time.Instant;
import java.util.Set;

/**
 * An agent who is available, as allocation sees them. What was declined or not answered is not among it, so that it cannot count.
 *
 * @param skills the words of {@code routing.skills}; languages are {@code language:sv}
 * @param cap how many tasks they want at once, at least 1
 * @param load how many they have, offers that are open included
 * @param idleSince from when on they would have been available without a break since the last offer that was accepted or is open
 * @param accepted how many offers they have accepted lately
 * @param availableSince from when on they would have been available without a break for the time in which these were accepted
 */
public record Candidate(
        String name, Set<String> skills, int cap, int load, Instant idleSince, int accepted, Instant availableSince) {

    /** One who has no room is no candidate for anything. */
    public boolean hasRoom() {
        return load < cap;
    }

    /** Accepted offers in an hour. */
    double rate(Instant now) {
        return accepted * 3600.0 / countedSeconds(now);
    }

    /** An hour more than they were available, so that the first offer of a day is not a flood. */
    long countedSeconds(Instant now) {
        return 3600 + Math.max(0, now.getEpochSecond() - availableSince.getEpochSecond());
    }
}
