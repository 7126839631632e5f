package org.tandem.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.desk.Task.Status;

/** What was just done with a task from here, until the engine's search knows it too: nobody should see their own click undone. */
@Component
class Recently {

    static final Duration SEARCH_FOLLOWS_WITHIN = Duration.ofSeconds(10);

    private final Map<Long, Change> changes = new ConcurrentHashMap<>();
    private final Clock clock;

    Recently(Clock clock) {
        this.clock = clock;
    }

    private record Change(Status status, @Nullable String assignee, Instant at) {}

    void became(long key, Status status, @Nullable String assignee) {
        changes.values().removeIf(this::isKnownByNow);
        changes.put(key, new Change(status, assignee, clock.instant()));
    }

    Task applyTo(Task found) {
        var change = changes.get(found.key());
        return change == null || isKnownByNow(change) || !found.isOpen()
                ? found
                : found.as(change.status(), change.assignee());
    }

    private boolean isKnownByNow(Change change) {
        return change.at().plus(SEARCH_FOLLOWS_WITHIN).isBefore(clock.instant());
    }
}
