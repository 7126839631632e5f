package org.tandem.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is open in one queue at a moment.
 *
 * @param tasks due first
 * @param available how many people with this skill say that they are available; null if nobody's skills are known
 */
public record Queue(String name, List<Task> tasks, @Nullable Integer available, Instant now) {

    private static final Duration SOON = Duration.ofHours(1);

    public Queue {
        tasks = List.copyOf(tasks);
    }

    /** Tasks that nobody has. */
    public long waiting() {
        return tasks.stream().filter(task -> task.assignee() == null).count();
    }

    public long withPeople() {
        return tasks.size() - waiting();
    }

    /** Since when the one waits that waits longest; null if none does. */
    public @Nullable Instant oldest() {
        return tasks.stream()
                .filter(task -> task.assignee() == null)
                .map(Task::createdAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Not overdue yet, but within the next hour. */
    public long dueSoon() {
        return tasks.stream()
                .filter(task -> !task.isOverdue(now))
                .map(Task::dueAt)
                .filter(Objects::nonNull)
                .filter(due -> !due.isAfter(now.plus(SOON)))
                .count();
    }

    public long overdue() {
        return tasks.stream().filter(task -> task.isOverdue(now)).count();
    }
}
