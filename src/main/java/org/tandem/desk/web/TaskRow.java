package org.tandem.desk.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.tandem.desk.Task;
import org.tandem.desk.TaskCases;
import org.tandem.staff.StaffMember;

/** A task as the list shows it, everything in words. */
record TaskRow(
        long key,
        String title,
        String subject,
        String queue,
        String who,
        boolean free,
        String priority,
        String due,
        @Nullable String dueAt,
        boolean overdue) {

    static List<TaskRow> all(List<Task> tasks, StaffMember who, Instant now, TaskCases cases) {
        var complaints = cases.complaints(tasks);
        return tasks.stream()
                .map(task -> of(task, who, now, complaints.contains(task.key())))
                .toList();
    }

    private static TaskRow of(Task task, StaffMember who, Instant now, boolean complaint) {
        var subject = task.subject();
        return new TaskRow(
                task.key(),
                subject.number() == null ? task.name() : subject.number(),
                Stream.of(
                                subject.number() == null ? task.process() : task.name(),
                                InWords.topic(subject.topic()),
                                complaint ? TaskCases.COMPLAINT : InWords.why(subject.handOverReason()))
                        .filter(StringUtils::hasText)
                        .collect(Collectors.joining(" · ")),
                task.groups().isEmpty() ? "No queue" : String.join(", ", task.groups()),
                task.assignee() == null ? "Nobody" : task.isWith(who.name()) ? "You" : task.assignee(),
                task.assignee() == null,
                InWords.priority(task.priority()),
                InWords.due(task, now),
                task.dueAt() == null ? null : task.dueAt().toString(),
                task.isOverdue(now));
    }
}
