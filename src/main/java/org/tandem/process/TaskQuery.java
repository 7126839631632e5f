package org.tandem.process;

import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.filter.UserTaskFilter;
import io.camunda.client.api.search.filter.VariableValueFilter;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.search.sort.UserTaskSort;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tandem.desk.Task;
import org.tandem.desk.Task.Status;
import org.tandem.desk.TaskSearch;

/** Says in the words of Camunda's search which tasks the desk wants, and in the words of the desk what was found. */
final class TaskQuery {

    private TaskQuery() {}

    static void filter(UserTaskFilter filter, TaskSearch search) {
        filter.state(UserTaskState.CREATED);
        if (search.assignee() != null) {
            filter.assignee(search.assignee());
        } else if (search.free()) {
            filter.assignee(who -> who.exists(false));
        }
        if (search.offeredTo() != null) {
            filter.candidateUser(search.offeredTo());
        }
        if (!search.groups().isEmpty()) {
            filter.candidateGroup(group -> group.in(List.copyOf(search.groups())));
        }
        var due = search.dueBefore();
        if (due != null) {
            filter.dueDate(date -> date.lte(due.atOffset(ZoneOffset.UTC)));
        }
        if (search.atLeastPriority() > 0) {
            filter.priority(priority -> priority.gte(search.atLeastPriority()));
        }
        List<Consumer<VariableValueFilter>> variables = new ArrayList<>();
        like("topic", search.topic()).ifPresent(variables::add);
        like("inquiryNumber", search.number()).ifPresent(variables::add);
        if (!variables.isEmpty()) {
            filter.processInstanceVariables(variables);
        }
    }

    static void about(UserTaskFilter filter, String caseNumber) {
        filter.processInstanceVariables(
                like("inquiryNumber", caseNumber).map(List::of).orElse(List.of()));
    }

    /** Values are compared as JSON, so a text is in quotes. */
    private static Optional<Consumer<VariableValueFilter>> like(String variable, @Nullable String wanted) {
        return Optional.ofNullable(wanted).map(text -> filter -> {
            var value = "\"" + text + "\"";
            filter.name(variable);
            if (text.indexOf('*') < 0) {
                filter.value(value);
            } else {
                filter.value(content -> content.like(value));
            }
        });
    }

    static void sort(UserTaskSort sort, TaskSearch.Order order) {
        switch (order) {
            case DUE -> sort.dueDate().asc().priority().desc();
            case PRIORITY -> sort.priority().desc().dueDate().asc();
        }
    }

    static Task task(UserTask task, Task.Subject subject) {
        var due = task.getDueDate();
        return new Task(
                task.getUserTaskKey(),
                Objects.requireNonNullElse(task.getName(), task.getElementId()),
                Objects.requireNonNullElse(task.getProcessName(), task.getBpmnProcessId()),
                task.getProcessInstanceKey(),
                status(task.getState()),
                task.getAssignee() == null || task.getAssignee().isBlank() ? null : task.getAssignee(),
                Objects.requireNonNullElse(task.getCandidateGroups(), List.of()),
                Objects.requireNonNullElse(task.getCandidateUsers(), List.of()),
                Objects.requireNonNullElse(task.getPriority(), 50),
                task.getCreationDate().toInstant(),
                due == null ? null : due.toInstant(),
                task.getFormKey(),
                subject);
    }

    private static Status status(UserTaskState state) {
        return switch (state) {
            case COMPLETING, COMPLETED -> Status.COMPLETED;
            case CANCELING, CANCELED -> Status.CANCELLED;
            default -> Status.OPEN;
        };
    }
}
