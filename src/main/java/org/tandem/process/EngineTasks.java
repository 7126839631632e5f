package org.tandem.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.search.response.Variable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tandem.desk.Task;
import org.tandem.desk.TaskSearch;
import org.tandem.desk.Tasks;
import org.tandem.desk.TasksAway;

/** The engine's user tasks for the desk, over the same API that Camunda's Tasklist uses, so that either sees what the other does. */
@Component
class EngineTasks implements Tasks {

    private static final int MANY = 1_000;

    private final CamundaClient engine;
    private final ObjectMapper json;

    EngineTasks(CamundaClient engine, ObjectMapper json) {
        this.engine = engine;
        this.json = json;
    }

    @Override
    public Found find(TaskSearch search) {
        var found = asked(engine.newUserTaskSearchRequest()
                .filter(filter -> TaskQuery.filter(filter, search))
                .sort(sort -> TaskQuery.sort(sort, search.order()))
                .page(page -> page.from(search.from()).limit(TaskSearch.PAGE_SIZE)));
        return new Found(told(found.items()), found.page().totalItems());
    }

    @Override
    public Stream<List<Task>> open() {
        return new Pages<UserTask>(
                        MANY,
                        page -> asked(engine.newUserTaskSearchRequest()
                                .filter(filter -> filter.state(UserTaskState.CREATED))
                                .sort(sort -> TaskQuery.sort(sort, TaskSearch.Order.DUE))
                                .page(page)))
                .stream()
                        .map(found -> found.stream()
                                .map(task -> TaskQuery.task(task, Task.Subject.UNKNOWN))
                                .toList());
    }

    @Override
    public List<Task> withSubjects(List<Task> tasks) {
        var subjects = TaskSubjects.of(tasks.stream().map(Task::processInstance), this::variablesOf);
        return tasks.stream()
                .map(task -> task.about(subjects.of(task.processInstance())))
                .toList();
    }

    @Override
    public List<Task> about(String caseNumber) {
        var found = asked(engine.newUserTaskSearchRequest()
                .filter(filter -> TaskQuery.about(filter, caseNumber))
                .sort(sort -> sort.creationDate().desc())
                .page(page -> page.limit(TaskSearch.PAGE_SIZE)));
        return told(found.items());
    }

    @Override
    public List<Task> heldBy(Set<String> people) {
        var held = new ArrayList<Task>();
        new Pages<UserTask>(
                        MANY,
                        page -> asked(engine.newUserTaskSearchRequest()
                                .filter(filter -> filter.state(UserTaskState.CREATED)
                                        .assignee(who -> who.in(List.copyOf(people))))
                                .sort(sort -> sort.creationDate().asc())
                                .page(page)))
                .forEachRemaining(found -> found.forEach(task -> held.add(TaskQuery.task(task, Task.Subject.UNKNOWN))));
        return held;
    }

    @Override
    public Stream<List<Task>> free() {
        return new Pages<UserTask>(
                        MANY,
                        page -> asked(engine.newUserTaskSearchRequest()
                                .filter(filter ->
                                        filter.state(UserTaskState.CREATED).assignee(who -> who.exists(false)))
                                .sort(sort -> TaskQuery.sort(sort, TaskSearch.Order.DUE))
                                .page(page)))
                .stream().map(this::told);
    }

    @Override
    public Optional<Task> get(long key) {
        var found = asked(engine.newUserTaskSearchRequest().filter(filter -> filter.userTaskKey(key)));
        return told(found.items()).stream().findFirst();
    }

    @Override
    public Optional<String> form(Task task) {
        if (task.formKey() == null) {
            return Optional.empty();
        }
        try {
            var form = engine.newUserTaskGetFormRequest(task.key()).send().join();
            return Optional.ofNullable(form.getSchema()).map(this::text);
        } catch (ClientException e) {
            if (EngineFailure.of(e) == EngineFailure.GONE) {
                return Optional.empty();
            }
            throw failed(e);
        }
    }

    @Override
    public Map<String, String> variables(long key) {
        return asked(engine.newUserTaskVariableSearchRequest(key)
                        .page(page -> page.limit(MANY))
                        .withFullValues())
                .items()
                .stream()
                .collect(Collectors.toMap(Variable::getName, Variable::getValue, (inner, outer) -> inner));
    }

    @Override
    public Verdict claim(long key, String who) {
        return told(engine.newAssignUserTaskCommand(key).assignee(who).allowOverride(false), Verdict.TAKEN);
    }

    @Override
    public Verdict give(long key, String who) {
        return told(engine.newAssignUserTaskCommand(key).assignee(who).allowOverride(true), Verdict.OVER);
    }

    @Override
    public Verdict prioritise(long key, int priority) {
        return told(engine.newUpdateUserTaskCommand(key).priority(priority), Verdict.OVER);
    }

    @Override
    public Verdict postpone(long key, Instant due) {
        return told(engine.newUpdateUserTaskCommand(key).dueDate(due.toString()), Verdict.OVER);
    }

    @Override
    public Verdict release(long key) {
        return told(engine.newUnassignUserTaskCommand(key), Verdict.OVER);
    }

    @Override
    public Verdict complete(long key, Map<String, String> variables) {
        var all = variables.entrySet().stream()
                .map(variable -> quoted(variable.getKey()) + ":" + variable.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        return told(engine.newCompleteUserTaskCommand(key).variables(all), Verdict.OVER);
    }

    private List<Task> told(List<UserTask> found) {
        var subjects = TaskSubjects.of(found.stream().map(UserTask::getProcessInstanceKey), this::variablesOf);
        return found.stream()
                .map(task -> TaskQuery.task(task, subjects.of(task.getProcessInstanceKey())))
                .toList();
    }

    private List<Variable> variablesOf(List<Long> instances) {
        var variables = new ArrayList<Variable>();
        new Pages<Variable>(
                        MANY,
                        page -> asked(engine.newVariableSearchRequest()
                                .filter(filter -> filter.processInstanceKey(key -> key.in(instances))
                                        .scopeKey(key -> key.in(instances))
                                        .name(name -> name.in(TaskSubjects.NAMES)))
                                .page(page)))
                .forEachRemaining(variables::addAll);
        return variables;
    }

    /** Some versions of the API have JSON as a text. */
    private String text(Object schema) {
        return schema instanceof String text ? text : quoted(schema);
    }

    private String quoted(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What came as JSON cannot be written as JSON", e);
        }
    }

    private static Verdict told(FinalCommandStep<?> command, Verdict whenInAnotherState) {
        try {
            command.send().join();
            return Verdict.DONE;
        } catch (ClientException e) {
            return switch (EngineFailure.of(e)) {
                case GONE -> Verdict.OVER;
                case BUSY, AWAY -> throw new TasksAway(e);
                case ALREADY_THERE, REFUSED -> {
                    if (EngineFailure.isConflict(e)) {
                        yield whenInAnotherState;
                    }
                    throw e;
                }
            };
        }
    }

    private static <T> T asked(FinalCommandStep<T> request) {
        try {
            return request.send().join();
        } catch (ClientException e) {
            throw failed(e);
        }
    }

    private static RuntimeException failed(ClientException e) {
        return EngineFailure.of(e).passes() ? new TasksAway(e) : e;
    }
}
