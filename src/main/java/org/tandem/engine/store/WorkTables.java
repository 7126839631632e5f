package org.tandem.engine.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandem.engine.state.Assignment;
import org.tandem.engine.state.Incident;
import org.tandem.engine.state.Job;
import org.tandem.engine.state.UserTask;

/** What workers and people have to do. */
final class WorkTables {

    static final Table<Job> JOB = Table.of(Job.class, "job")
            .text("type", Job::type)
            .number("element", Job::element)
            .number("process_instance", Job::processInstance)
            .number("created_at", Job::createdAt)
            .detail(job -> new Headers(job.headers()))
            .changing()
            .code("state", Job::state)
            .count("retries", Job::retries)
            .text("worker", Job::worker)
            .optional("deadline", Job::deadline)
            .text("error_code", Job::errorCode)
            .text("error_message", Job::errorMessage)
            .optional("ended_at", Job::endedAt)
            .activeWhere("t.ended_at is null")
            .read(row -> new Job(
                    row.number("id"),
                    row.text("type"),
                    row.number("element"),
                    row.number("process_instance"),
                    row.code(Job.State.class, "state"),
                    row.count("retries"),
                    row.text("worker"),
                    row.number("deadline"),
                    row.detail(Headers.class).orEmpty(),
                    row.optional("error_code"),
                    row.optional("error_message"),
                    row.number("created_at"),
                    row.number("ended_at")));

    static final Table<UserTask> USER_TASK = Table.of(UserTask.class, "user_task")
            .number("element", UserTask::element)
            .number("process_instance", UserTask::processInstance)
            .optional("form", UserTask::form)
            .text("external_form", UserTask::externalForm)
            .number("created_at", UserTask::createdAt)
            .detail(task -> new Headers(task.headers()))
            .changing()
            .code("state", UserTask::state)
            .text("assignee", UserTask::assignee)
            .text("candidate_groups", task -> Details.list(task.candidateGroups()))
            .text("candidate_users", task -> Details.list(task.candidateUsers()))
            .text("due_date", UserTask::dueDate)
            .optional("due_at", task -> millis(task.dueDate()))
            .text("follow_up_date", UserTask::followUpDate)
            .optional("follow_up_at", task -> millis(task.followUpDate()))
            .count("priority", UserTask::priority)
            .optional("ended_at", UserTask::endedAt)
            .activeWhere("t.ended_at is null")
            .read(row -> new UserTask(
                    row.number("id"),
                    row.number("element"),
                    row.number("process_instance"),
                    row.code(UserTask.State.class, "state"),
                    row.optional("assignee"),
                    Details.list(row.text("candidate_groups")),
                    Details.list(row.text("candidate_users")),
                    row.optional("due_date"),
                    row.optional("follow_up_date"),
                    row.count("priority"),
                    row.number("form"),
                    row.optional("external_form"),
                    row.detail(Headers.class).orEmpty(),
                    row.number("created_at"),
                    row.number("ended_at")));

    static final Table<Assignment> ASSIGNMENT = Table.of(Assignment.class, "assignment")
            .number("user_task", Assignment::userTask)
            .number("process_instance", Assignment::processInstance)
            .text("assignee", Assignment::assignee)
            .number("assigned_at", Assignment::at)
            .read(row -> new Assignment(
                    row.number("id"),
                    row.number("user_task"),
                    row.number("process_instance"),
                    row.optional("assignee"),
                    row.number("assigned_at")));

    static final Table<Incident> INCIDENT = Table.of(Incident.class, "incident")
            .text("type", Incident::type)
            .text("message", Incident::message)
            .number("element", Incident::element)
            .number("process_instance", Incident::processInstance)
            .optional("job", Incident::job)
            .code("phase", Incident::phase)
            .number("created_at", Incident::createdAt)
            .changing()
            .optional("resolved_at", Incident::resolvedAt)
            .activeWhere("t.resolved_at is null")
            .read(row -> new Incident(
                    row.number("id"),
                    row.text("type"),
                    row.text("message"),
                    row.number("element"),
                    row.number("process_instance"),
                    row.number("job"),
                    row.code(Incident.Phase.class, "phase"),
                    row.number("created_at"),
                    row.number("resolved_at")));

    private WorkTables() {}

    private record Headers(
            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            Map<String, String> headers) {

        Map<String, String> orEmpty() {
            return headers == null ? Map.of() : headers;
        }
    }

    /** For searching and sorting: 0 for what is no date and time. */
    private static long millis(@Nullable String date) {
        try {
            return date == null
                    ? 0
                    : Instant.from(DateTimeFormatter.ISO_ZONED_DATE_TIME.parse(date))
                            .toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            return 0;
        }
    }
}
