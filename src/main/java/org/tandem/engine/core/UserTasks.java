package org.tandem.engine.core;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.feel.Expression;
import org.tandem.engine.state.Assignment;
import org.tandem.engine.state.Definition;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.JsonValue;
import org.tandem.engine.state.UserTask;
import org.tandem.engine.state.UserTask.State;

/** Work for people: assigned, changed, completed. */
public final class UserTasks {

    private static final int MOST_URGENT = 100;

    private final Core core;

    UserTasks(Core core) {
        this.core = core;
    }

    /** What is to be changed; null leaves it, an empty date clears it. */
    public record Update(
            @Nullable List<String> candidateGroups,
            @Nullable List<String> candidateUsers,
            @Nullable String dueDate,
            @Nullable String followUpDate,
            @Nullable Integer priority) {}

    void create(ElementInstance element, Node node, Behaviour.UserTask behaviour) {
        var scope = core.variables().scope(element.key());
        var wanted = behaviour.assignment();
        var assignee = wanted.assignee() == null ? null : core.feel().text(wanted.assignee(), scope);
        var priority = wanted.priority() == null
                ? UserTask.USUAL_PRIORITY
                : core.feel().number(wanted.priority(), scope);
        if (priority < 0 || priority > MOST_URGENT) {
            throw Failure.value("Expected priority to be between 0 and %d but was '%d'.", MOST_URGENT, priority);
        }
        var task = core.state()
                .put(new UserTask(
                        core.state().newKey(),
                        element.key(),
                        element.processInstance(),
                        State.CREATED,
                        assignee == null || assignee.isEmpty() ? null : assignee,
                        core.feel().names(wanted.candidateGroups(), scope),
                        core.feel().names(wanted.candidateUsers(), scope),
                        date(wanted.dueDate(), scope),
                        date(wanted.followUpDate(), scope),
                        priority,
                        form(behaviour, element, scope),
                        wanted.externalForm() == null ? null : core.feel().text(wanted.externalForm(), scope),
                        node.headers(),
                        core.now(),
                        0));
        remember(task);
    }

    private @Nullable String date(@Nullable Expression expression, Feel.Scope scope) {
        var value = expression == null ? null : core.feel().evaluate(expression, scope);
        return expression == null || value == null || "".equals(value)
                ? null
                : Times.written(Times.date(expression, value));
    }

    private long form(Behaviour.UserTask behaviour, ElementInstance element, Feel.Scope scope) {
        if (behaviour.form() == null) {
            return 0;
        }
        var id = core.feel().text(behaviour.form(), scope);
        return core.deployments()
                .bound(
                        Definition.Kind.FORM,
                        id,
                        behaviour.binding(),
                        behaviour.versionTag(),
                        element,
                        Failure.FORM_NOT_FOUND)
                .key();
    }

    private void remember(UserTask task) {
        if (task.assignee() != null) {
            history(task);
        }
    }

    private void history(UserTask task) {
        core.state()
                .put(new Assignment(
                        core.state().newKey(), task.key(), task.processInstance(), task.assignee(), core.now()));
    }

    private UserTask get(long key, String what) {
        var task = core.state().find(UserTask.class, key);
        if (task == null || task.isFinished()) {
            throw Rejection.notFound(
                    "Expected to %s user task with key '%d', but no such user task was found", what, key);
        }
        if (core.elements().get(task.element()).state() != ElementInstance.State.ACTIVE) {
            throw Rejection.invalidState(
                    "Expected to %s user task with key '%d', but it is being completed and has an incident", what, key);
        }
        return task;
    }

    /** Gives a task to somebody; without {@code allowOverride} only while nobody else has it. An empty name is nobody. */
    public void assign(long key, String assignee, boolean allowOverride) {
        var task = get(key, "assign");
        if (!allowOverride && task.assignee() != null && !task.assignee().equals(assignee)) {
            throw Rejection.invalidState(
                    "Expected to assign user task with key '%d' to '%s', but '%s' has it already",
                    key, assignee, task.assignee());
        }
        assign(task, assignee.isEmpty() ? null : assignee);
    }

    /** Takes a task away from whoever has it. */
    public void unassign(long key) {
        assign(get(key, "unassign"), null);
    }

    private void assign(UserTask task, @Nullable String assignee) {
        if (!Objects.equals(task.assignee(), assignee)) {
            history(core.state().put(task.assignedTo(assignee)));
        }
    }

    /** Changes who may have a task, its dates or its priority. */
    public void update(long key, Update change) {
        var task = get(key, "update");
        if (change.priority() != null && (change.priority() < 0 || change.priority() > MOST_URGENT)) {
            throw Rejection.invalidArgument("priority: '%d' is not between 0 and %d", change.priority(), MOST_URGENT);
        }
        core.state()
                .put(task.updated(
                        Objects.requireNonNullElse(change.candidateGroups(), task.candidateGroups()),
                        Objects.requireNonNullElse(change.candidateUsers(), task.candidateUsers()),
                        changed(change.dueDate(), task.dueDate()),
                        changed(change.followUpDate(), task.followUpDate()),
                        Objects.requireNonNullElse(change.priority(), task.priority())));
    }

    private static @Nullable String changed(@Nullable String wanted, @Nullable String old) {
        if (wanted == null) {
            return old;
        }
        return wanted.isEmpty() ? null : wanted;
    }

    /** The work is done. */
    public void complete(long key, Map<String, JsonValue> variables) {
        var task = get(key, "complete");
        core.state().put(task.ended(State.COMPLETED, core.now()));
        core.elements().complete(task.element(), variables);
    }

    void cancel(long element) {
        var task = core.state().userTaskOf(element);
        if (task != null) {
            core.state().put(task.ended(State.CANCELED, core.now()));
        }
    }
}
