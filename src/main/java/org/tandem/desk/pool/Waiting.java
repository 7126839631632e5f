package org.tandem.desk.pool;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tandem.desk.Task;
import org.tandem.desk.pool.allocation.WaitingTask;

/** A task of the engine as allocation sees it. */
final class Waiting {

    private Waiting() {}

    static WaitingTask of(Task task, Map<Long, Set<String>> refused) {
        var subject = task.subject();
        var notFor = new HashSet<>(refused.getOrDefault(task.key(), Set.of()));
        notFor.addAll(subject.notFor());
        return new WaitingTask(
                task.key(),
                Set.copyOf(Objects.requireNonNullElse(subject.skills(), Set.<String>of())),
                task.priority(),
                task.createdAt(),
                task.dueAt(),
                subject.previousAgent(),
                notFor);
    }
}
