package org.tandem.process;

import static org.tandem.process.HistoryRecords.blankAsNull;
import static org.tandem.process.HistoryRecords.instant;
import static org.tandem.process.HistoryRecords.named;

import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import java.util.List;
import org.tandem.audit.Trail;

/** Tasks of people as the engine tells them, in the words of the audit. */
final class WorkRecords {

    private WorkRecords() {}

    static Trail.Work work(UserTask task) {
        return new Trail.Work(
                task.getUserTaskKey(),
                named(task.getName(), task.getElementId()),
                state(task.getState()),
                blankAsNull(task.getAssignee()),
                task.getCandidateGroups() == null ? List.of() : List.copyOf(task.getCandidateGroups()),
                task.getCreationDate().toInstant(),
                instant(task.getCompletionDate()),
                instant(task.getDueDate()),
                task.getPriority() == null ? 0 : task.getPriority());
    }

    private static Trail.WorkState state(UserTaskState state) {
        return switch (state) {
            case CREATED -> Trail.WorkState.OPEN;
            case COMPLETED -> Trail.WorkState.COMPLETED;
            case CANCELED -> Trail.WorkState.CANCELED;
            default -> Trail.WorkState.CHANGING;
        };
    }
}
