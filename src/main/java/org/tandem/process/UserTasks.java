package org.tandem.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.UpdateUserTaskCommandStep1;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.exception.CamundaError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds and changes the user task of a process. The engine's search follows the engine by a few seconds, so looking may be too early. */
@Component
class UserTasks {

    private static final Logger log = LoggerFactory.getLogger(UserTasks.class);
    /** In which a customer is answered, in writing or by phone. */
    static final Set<String> FOR_THE_CUSTOMER = Set.of("Task_AnswerCustomer", "Task_CallCustomer");

    private static final String TEAM_LEADS = "team-leads";
    private static final int RAISED = 75;
    private static final int URGENT = 100;
    private static final Duration SEARCH_LAG = Duration.ofSeconds(2);

    private final CamundaClient engine;

    UserTasks(CamundaClient engine) {
        this.engine = engine;
    }

    void raisePriority(ActivatedJob job) {
        newest(job, UserTaskState.CREATED)
                .ifPresent(task -> change(engine.newUpdateUserTaskCommand(task.getUserTaskKey())
                        .priority(Math.max(RAISED, task.getPriority() == null ? 0 : task.getPriority()))));
    }

    void escalate(ActivatedJob job) {
        newest(job, UserTaskState.CREATED).ifPresent(task -> {
            var groups = new ArrayList<>(task.getCandidateGroups());
            if (!groups.contains(TEAM_LEADS)) {
                groups.add(TEAM_LEADS);
            }
            change(engine.newUpdateUserTaskCommand(task.getUserTaskKey())
                    .candidateGroups(groups)
                    .priority(URGENT));
        });
    }

    /** The agent who completed the task last, or null when nobody was assigned or the search does not know after many tries. */
    @Nullable
    String completedBy(ActivatedJob job) {
        return completed(job).map(UserTask::getAssignee).orElse(null);
    }

    /** The task that was completed last; nothing when the search does not know after many tries. */
    Optional<UserTask> completed(ActivatedJob job) {
        var task = newest(job, UserTaskState.COMPLETED);
        if (task.isEmpty() && job.getRetries() > 1) {
            throw CamundaError.jobError(
                    "The completed task is not in the search yet", null, job.getRetries() - 1, SEARCH_LAG);
        }
        if (task.isEmpty()) {
            log.warn("Process instance {}: the completed task cannot be found", job.getProcessInstanceKey());
        }
        return task;
    }

    /** Somebody may have completed the task since it was found; then there is nothing to change. */
    private static void change(UpdateUserTaskCommandStep1 command) {
        try {
            command.send().join();
        } catch (ClientException e) {
            if (EngineFailure.of(e) != EngineFailure.GONE) {
                throw e;
            }
            log.debug("The task is over: {}", EngineFailure.reason(e));
        }
    }

    private Optional<UserTask> newest(ActivatedJob job, UserTaskState state) {
        return engine
                .newUserTaskSearchRequest()
                .filter(filter ->
                        filter.processInstanceKey(job.getProcessInstanceKey()).state(state))
                .send()
                .join()
                .items()
                .stream()
                .max(Comparator.comparing(UserTask::getUserTaskKey));
    }
}
