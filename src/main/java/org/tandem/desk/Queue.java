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
 * @param people who say that they are available and have its skill; null if nobody's skill for it is known
 */
public record Queue(String name, List<Task> tasks, @Nullable People people, Instant now) {

    private static final Duration SOON = Duration.ofHours(1);

    /**
     * People who are available.
     *
     * @param withRoom who can have one more task
     * @param full who have all the tasks that they want
     * @param silent who did not answer the last offers, and may have gone
     * @param shared how many those who work are worth here, as each is shared out among the queues that they have the skills for, in
     *     proportion to what is open there: over all queues never more than there are people
     */
    public record People(int withRoom, int full, int silent, double shared) {

        static final People NOBODY = new People(0, 0, 0, 0);

        /** Who works, so that they can be counted on. */
        public int there() {
            return withRoom + full;
        }

        People and(People others) {
            return new People(
                    withRoom + others.withRoom, full + others.full, silent + others.silent, shared + others.shared);
        }
    }

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
