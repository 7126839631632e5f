package org.tandem.desk.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tandem.desk.pool.PresenceTable.Change;

/** How long agents were available since a moment, from the changes since then, in the order of time. */
record AvailableTime(Instant from, Map<String, List<Change>> changes) {

    static AvailableTime since(Instant from, List<Change> changes) {
        return new AvailableTime(from, changes.stream().collect(Collectors.groupingBy(Change::agent)));
    }

    Duration of(Presence agent, Instant now) {
        var all = changes.getOrDefault(agent.agent(), List.of());
        var available = all.isEmpty() ? agent.available() : !all.getFirst().available();
        var since = from;
        var total = Duration.ZERO;
        for (var change : all) {
            if (available) {
                total = total.plus(Duration.between(since, change.at()));
            }
            available = change.available();
            since = change.at();
        }
        return available && now.isAfter(since) ? total.plus(Duration.between(since, now)) : total;
    }
}
