package org.tandem.desk.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tandem.desk.Task;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.State;
import org.tandem.staff.Role;
import org.tandem.staff.StaffMember;

/** How a task stands for whoever looks at it, in a sentence, and what they can do now. */
record TaskView(
        long key,
        String name,
        String process,
        String instance,
        String queue,
        String priority,
        String due,
        @Nullable String dueAt,
        boolean overdue,
        String standing,
        boolean open,
        boolean mine,
        boolean canClaim,
        boolean canRelease,
        boolean canSeeHistory) {

    static TaskView of(Task task, @Nullable CaseFile file, StaffMember me, Instant now) {
        var withdrawn = task.isToAnswer() && file != null && file.state() == State.WITHDRAWN;
        var open = task.isOpen() && !withdrawn;
        var mine = open && task.isWith(me.name());
        return new TaskView(
                task.key(),
                task.name(),
                task.process(),
                Long.toString(task.processInstance()),
                task.groups().isEmpty() ? "No queue" : String.join(", ", task.groups()),
                InWords.priority(task.priority()),
                open ? InWords.due(task, now) : "",
                task.dueAt() == null ? null : task.dueAt().toString(),
                open && task.isOverdue(now),
                standing(task, withdrawn, mine),
                open,
                mine,
                open && task.assignee() == null,
                mine || open && task.assignee() != null && me.is(Role.LEAD),
                CasePage.readsHistory(me));
    }

    private static String standing(Task task, boolean withdrawn, boolean mine) {
        if (withdrawn) {
            return "The customer withdrew this inquiry, so there is nobody left to answer.";
        }
        return switch (task.status()) {
            case OPEN ->
                mine
                        ? "You have this task."
                        : task.assignee() == null
                                ? "Nobody has this task. Claim it to fill in the form."
                                : task.assignee() + " has this task.";
            case COMPLETED ->
                task.assignee() == null
                        ? "This task is completed."
                        : "This task was completed by " + task.assignee() + ".";
            case CANCELLED -> "The process does not need this task any more.";
        };
    }
}
