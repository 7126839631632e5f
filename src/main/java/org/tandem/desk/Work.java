package org.tandem.desk;

import static java.util.Comparator.reverseOrder;

import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tandem.desk.Task.Status;
import org.tandem.desk.Tasks.Found;
import org.tandem.staff.Role;
import org.tandem.staff.StaffMember;

/** What people do with tasks: they see theirs and those of their groups, leads see all, and whoever was slower is told so. */
@Service
public class Work {

    private final Tasks tasks;
    private final TaskForms forms;
    private final TaskCases cases;
    private final Outgoing outgoing;
    private final Recently recently;
    private final Slower slower;

    Work(Tasks tasks, TaskForms forms, TaskCases cases, Outgoing outgoing, Recently recently, Slower slower) {
        this.tasks = tasks;
        this.forms = forms;
        this.cases = cases;
        this.outgoing = outgoing;
        this.recently = recently;
        this.slower = slower;
    }

    public Found find(StaffMember who, TaskSearch search) {
        var found = tasks.find(search);
        var open = found.tasks().stream()
                .map(recently::applyTo)
                .filter(task -> task.isOpen() && !task.isBarredFor(who.name()))
                .filter(task -> search.assignee() == null || task.isWith(search.assignee()))
                .filter(task -> !search.free() || task.assignee() == null)
                .toList();
        return new Found(open, found.total() - (found.tasks().size() - open.size()));
    }

    public Task task(StaffMember who, long key) {
        var task = tasks.get(key).map(recently::applyTo).orElseThrow(() -> new UnknownTask(key));
        if (!maySee(who, task)) {
            throw new NotYourTask(task, who.name());
        }
        return task;
    }

    /** Where somebody finds a case: its task that they may see, one that is open before one that is over. */
    public Optional<Task> taskAbout(StaffMember who, String caseNumber) {
        return tasks.about(caseNumber).stream()
                .map(recently::applyTo)
                .filter(task -> maySee(who, task))
                .min(Comparator.comparing(Task::isOpen).reversed().thenComparing(Task::createdAt, reverseOrder()));
    }

    public Outcome claim(StaffMember who, long key) {
        return claim(who, task(who, key));
    }

    /** Gives a task back; leads also give back what others have. */
    public Outcome release(StaffMember who, long key) {
        var task = task(who, key);
        if (!who.is(Role.LEAD) && claim(who, task) instanceof Outcome.TooLate tooLate) {
            return tooLate;
        }
        return switch (tasks.release(key)) {
            case DONE -> {
                recently.became(key, Status.OPEN, null);
                yield new Outcome.Done();
            }
            case TAKEN, OVER -> slower.over(who.name(), task);
        };
    }

    /** Completes a task with what was filled in, a JSON object, if that fits the form; it can still be taken back for a while. */
    public Outcome complete(StaffMember who, long key, String filledIn) {
        var task = task(who, key);
        if (task.isOpen() && cases.isWithdrawn(task)) {
            return Slower.withdrawn();
        }
        var entries = forms.check(task, filledIn);
        if (!entries.flaws().isEmpty()) {
            return new Outcome.Wrong(entries.flaws());
        }
        if (claim(who, task) instanceof Outcome.TooLate tooLate) { // whoever has it meanwhile keeps it
            return tooLate;
        }
        return outgoing.hold(who, task, filledIn);
    }

    private Outcome claim(StaffMember who, Task task) {
        return switch (tasks.claim(task.key(), who.name())) {
            case DONE -> {
                recently.became(task.key(), Status.OPEN, who.name());
                yield new Outcome.Done();
            }
            case TAKEN -> slower.taken(task);
            case OVER -> slower.over(who.name(), task);
        };
    }

    private static boolean maySee(StaffMember who, Task task) {
        return !task.isBarredFor(who.name())
                && (who.is(Role.LEAD)
                        || task.isWith(who.name())
                        || task.users().contains(who.name())
                        || task.groups().stream().anyMatch(who.groups()::contains)
                        || task.groups().isEmpty() && task.users().isEmpty());
    }
}
