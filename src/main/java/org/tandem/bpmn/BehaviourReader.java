package org.tandem.bpmn;

import io.camunda.zeebe.model.bpmn.instance.*;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledDecision;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebePriorityDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeScript;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskSchedule;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeUserTask;
import java.util.Locale;
import java.util.Objects;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour.Binding;
import org.tandem.bpmn.feel.Expression;

/** Translates the elements of BPMN; whatever is not listed here is {@link Behaviour.Unknown}. */
final class BehaviourReader {

    private static final String RETRIES = "3";

    private final Reader reader;
    private final EventReader events;

    BehaviourReader(Reader reader) {
        this.reader = reader;
        this.events = new EventReader(reader);
    }

    Behaviour of(FlowNode node) {
        var definition = node.getSingleExtensionElement(ZeebeTaskDefinition.class);
        if (definition != null && mayBeAJob(node)) {
            var type = attribute(definition.getType(), node);
            var retries = attribute(Objects.requireNonNullElse(definition.getRetries(), RETRIES), node);
            return type == null || retries == null
                    ? new Behaviour.Unknown("a task without a job type")
                    : new Behaviour.Job(type, retries);
        }
        return switch (node) {
            case StartEvent start -> events.start(start);
            case BoundaryEvent boundary -> events.boundary(boundary);
            case IntermediateCatchEvent event -> events.caught(event);
            case ReceiveTask receive -> events.received(receive);
            case EndEvent end -> events.end(end);
            case IntermediateThrowEvent event -> events.thrown(event);
            case ExclusiveGateway gateway ->
                new Behaviour.Exclusive(
                        gateway.getDefault() == null
                                ? null
                                : gateway.getDefault().getId());
            case InclusiveGateway gateway ->
                new Behaviour.Inclusive(
                        gateway.getDefault() == null
                                ? null
                                : gateway.getDefault().getId());
            case ParallelGateway gateway -> new Behaviour.Parallel();
            case EventBasedGateway gateway -> new Behaviour.EventGateway();
            case UserTask task -> userTask(task);
            case BusinessRuleTask task -> decide(task);
            case ScriptTask task -> script(task);
            case CallActivity call -> call(call);
            case Transaction transaction -> unknown(transaction);
            case AdHocSubProcess adHoc -> unknown(adHoc);
            case SubProcess sub -> new Behaviour.SubProcess(sub.triggeredByEvent());
            case ServiceTask task -> new Behaviour.Unknown("a task without a job type");
            case SendTask task -> new Behaviour.Unknown("a task without a job type");
            case ManualTask task -> new Behaviour.Pass();
            default -> node.getClass().getSimpleName().equals("TaskImpl") ? new Behaviour.Pass() : unknown(node);
        };
    }

    /** On other elements a job type is a mistake that must not hide what the element is. */
    private static boolean mayBeAJob(FlowNode node) {
        return node instanceof ServiceTask
                || node instanceof SendTask
                || node instanceof BusinessRuleTask
                || node instanceof ScriptTask
                || node instanceof ThrowEvent event
                        && event.getEventDefinitions().stream().allMatch(MessageEventDefinition.class::isInstance);
    }

    static Behaviour unknown(FlowNode node) {
        var kind =
                node.getElementType().getTypeName().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return new Behaviour.Unknown("this kind of element (" + kind + ")");
    }

    private Behaviour userTask(UserTask task) {
        if (task.getSingleExtensionElement(ZeebeUserTask.class) == null) {
            return new Behaviour.Unknown("a user task that is done by a job worker");
        }
        var form = task.getSingleExtensionElement(ZeebeFormDefinition.class);
        var assignment = task.getSingleExtensionElement(ZeebeAssignmentDefinition.class);
        var schedule = task.getSingleExtensionElement(ZeebeTaskSchedule.class);
        var priority = task.getSingleExtensionElement(ZeebePriorityDefinition.class);
        return new Behaviour.UserTask(
                form == null ? null : attribute(form.getFormId(), task),
                form == null ? Binding.LATEST : binding(form, task),
                form == null ? null : form.getVersionTag(),
                new Behaviour.Assignment(
                        assignment == null ? null : attribute(assignment.getAssignee(), task),
                        assignment == null ? null : attribute(assignment.getCandidateGroups(), task),
                        assignment == null ? null : attribute(assignment.getCandidateUsers(), task),
                        schedule == null ? null : attribute(schedule.getDueDate(), task),
                        schedule == null ? null : attribute(schedule.getFollowUpDate(), task),
                        priority == null ? null : attribute(priority.getPriority(), task),
                        form == null ? null : attribute(form.getExternalReference(), task)));
    }

    private Behaviour decide(BusinessRuleTask task) {
        var called = task.getSingleExtensionElement(ZeebeCalledDecision.class);
        return called == null
                ? new Behaviour.Decide(null, Binding.LATEST, null, "")
                : new Behaviour.Decide(
                        attribute(called.getDecisionId(), task),
                        binding(called, task),
                        called.getVersionTag(),
                        Objects.requireNonNullElse(called.getResultVariable(), ""));
    }

    private Behaviour script(ScriptTask task) {
        var script = task.getSingleExtensionElement(ZeebeScript.class);
        var expression = script == null ? null : attribute(script.getExpression(), task);
        return expression == null || script.getResultVariable() == null
                ? new Behaviour.Unknown("a script without expression or result variable")
                : new Behaviour.Script(expression, script.getResultVariable());
    }

    private Behaviour call(CallActivity call) {
        var called = call.getSingleExtensionElement(ZeebeCalledElement.class);
        return called == null
                ? new Behaviour.Call(null, Binding.LATEST, null, true, true)
                : new Behaviour.Call(
                        attribute(called.getProcessId(), call),
                        binding(called, call),
                        called.getVersionTag(),
                        called.isPropagateAllParentVariablesEnabled(),
                        called.isPropagateAllChildVariablesEnabled());
    }

    private Binding binding(ModelElementInstance reference, FlowNode node) {
        var written = reference.getAttributeValue("bindingType");
        return switch (written) {
            case "deployment" -> Binding.DEPLOYMENT;
            case "versionTag" -> Binding.VERSION_TAG;
            case "latest" -> Binding.LATEST;
            case null -> Binding.LATEST;
            default -> {
                reader.problem(
                        node,
                        "its binding is \"%s\", which there is not".formatted(written),
                        "Set the binding to \"deployment\"");
                yield Binding.LATEST;
            }
        };
    }

    private @Nullable Expression attribute(@Nullable String text, FlowNode node) {
        return reader.attribute(text, node);
    }
}
