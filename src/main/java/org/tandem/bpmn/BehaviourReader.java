package org.tandem.bpmn;

import io.camunda.zeebe.model.bpmn.instance.*;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeBindingType;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledDecision;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebePriorityDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeScript;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskSchedule;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour.Binding;
import org.tandem.bpmn.feel.Expression;

/** Translates the elements of BPMN; whatever is not listed here is {@link Behaviour.Unknown}. */
final class BehaviourReader {

    private final Reader reader;
    private final EventReader events;

    BehaviourReader(Reader reader) {
        this.reader = reader;
        this.events = new EventReader(reader);
    }

    Behaviour of(FlowNode node) {
        if (node instanceof Activity activity && activity.getLoopCharacteristics() != null) {
            return new Behaviour.Unknown("a repetition (multi-instance)");
        }
        var type = node.getSingleExtensionElement(ZeebeTaskDefinition.class);
        if (type != null) {
            var expression = attribute(type.getType(), node);
            return expression == null
                    ? new Behaviour.Unknown("a task without a job type")
                    : new Behaviour.Job(expression);
        }
        return switch (node) {
            case StartEvent start -> events.start(start);
            case BoundaryEvent boundary -> events.boundary(boundary);
            case IntermediateCatchEvent event -> events.caught(event);
            case ReceiveTask receive -> events.received(receive);
            case EndEvent end -> events.end(end);
            case IntermediateThrowEvent event ->
                event.getEventDefinitions().isEmpty() ? new Behaviour.Pass() : unknown(event);
            case ExclusiveGateway gateway ->
                new Behaviour.Exclusive(
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

    static Behaviour unknown(FlowNode node) {
        var kind =
                node.getElementType().getTypeName().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return new Behaviour.Unknown("this kind of element (" + kind + ")");
    }

    private Behaviour userTask(UserTask task) {
        var form = task.getSingleExtensionElement(ZeebeFormDefinition.class);
        var assignment = task.getSingleExtensionElement(ZeebeAssignmentDefinition.class);
        var schedule = task.getSingleExtensionElement(ZeebeTaskSchedule.class);
        var priority = task.getSingleExtensionElement(ZeebePriorityDefinition.class);
        var attributes = Stream.of(
                        assignment == null ? null : assignment.getAssignee(),
                        assignment == null ? null : assignment.getCandidateGroups(),
                        assignment == null ? null : assignment.getCandidateUsers(),
                        schedule == null ? null : schedule.getDueDate(),
                        schedule == null ? null : schedule.getFollowUpDate(),
                        priority == null ? null : priority.getPriority())
                .map(attribute -> attribute(attribute, task))
                .filter(Objects::nonNull)
                .toList();
        return new Behaviour.UserTask(
                form == null ? null : attribute(form.getFormId(), task),
                form == null ? Binding.LATEST : binding(form.getBindingType()),
                attributes);
    }

    private Behaviour decide(BusinessRuleTask task) {
        var called = task.getSingleExtensionElement(ZeebeCalledDecision.class);
        return called == null
                ? new Behaviour.Decide(null, Binding.LATEST, "")
                : new Behaviour.Decide(
                        attribute(called.getDecisionId(), task),
                        binding(called.getBindingType()),
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
                ? new Behaviour.Call(null, Binding.LATEST, true, true)
                : new Behaviour.Call(
                        attribute(called.getProcessId(), call),
                        binding(called.getBindingType()),
                        called.isPropagateAllParentVariablesEnabled(),
                        called.isPropagateAllChildVariablesEnabled());
    }

    private static Binding binding(ZeebeBindingType type) {
        return switch (type) {
            case deployment -> Binding.DEPLOYMENT;
            case latest -> Binding.LATEST;
            case versionTag -> Binding.VERSION_TAG;
        };
    }

    private @Nullable Expression attribute(@Nullable String text, FlowNode node) {
        return reader.attribute(text, node);
    }
}
