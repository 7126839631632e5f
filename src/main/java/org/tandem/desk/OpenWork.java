package org.tandem.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tandem.desk.Task.Status;
import org.tandem.desk.Tasks.Verdict;

/** The open tasks as the pool sees them, with what was just done with them from here. */
@Component
public class OpenWork {

    private final Tasks tasks;
    private final Recently recently;

    OpenWork(Tasks tasks, Recently recently) {
        this.tasks = tasks;
        this.recently = recently;
    }

    /** Tasks that nobody has, those that are due first, some at once, and the next ones only when somebody looks at them. */
    public Stream<List<Task>> free() {
        return tasks.free()
                .map(page -> page.stream()
                        .map(recently::applyTo)
                        .filter(task -> task.isOpen() && task.assignee() == null)
                        .toList());
    }

    /** Open tasks that one of these people has. */
    public List<Task> heldBy(Set<String> people) {
        return people.isEmpty()
                ? List.of()
                : tasks.heldBy(new TreeSet<>(people)).stream()
                        .map(recently::applyTo)
                        .filter(task -> task.isOpen() && task.assignee() != null && people.contains(task.assignee()))
                        .toList();
    }

    public Optional<Task> get(long key) {
        return tasks.get(key).map(recently::applyTo);
    }

    /** Gives a task that was offered to somebody to them, unless another one has it. */
    public Verdict take(long key, String who) {
        var verdict = tasks.claim(key, who);
        if (verdict == Verdict.DONE) {
            recently.became(key, Status.OPEN, who);
        }
        return verdict;
    }

    /** Takes a task from somebody, unless they do not have it any more. */
    public void giveBack(long key, String from) {
        if (get(key).filter(task -> task.isOpen() && task.isWith(from)).isPresent()
                && tasks.release(key) == Verdict.DONE) {
            recently.became(key, Status.OPEN, null);
        }
    }
}
