package org.tandem.bpmn;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.EscalationEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.EventDefinition;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.IntermediateCatchEvent;
import io.camunda.zeebe.model.bpmn.instance.IntermediateThrowEvent;
import io.camunda.zeebe.model.bpmn.instance.LinkEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.ReceiveTask;
import io.camunda.zeebe.model.bpmn.instance.SignalEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.TerminateEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeSubscription;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour.Trigger;
import org.tandem.bpmn.feel.Expression;

/** Translates the events of BPMN: messages, timers, errors, escalations, signals, links and terminate; others are not known. */
final class EventReader {

    private final Reader reader;

    EventReader(Reader reader) {
        this.reader = reader;
    }

    Behaviour start(StartEvent start) {
        return new Behaviour.Start(
                start.getEventDefinitions().isEmpty() ? null : trigger(start.getEventDefinitions(), start),
                start.isInterrupting());
    }

    Behaviour boundary(BoundaryEvent boundary) {
        return new Behaviour.Boundary(
                Objects.requireNonNullElse(boundary.getAttributeValue("attachedToRef"), ""),
                boundary.cancelActivity(),
                trigger(boundary.getEventDefinitions(), boundary));
    }

    Behaviour caught(IntermediateCatchEvent event) {
        return event.getEventDefinitions().stream().findFirst().orElse(null) instanceof LinkEventDefinition link
                        && link.getName() != null
                ? new Behaviour.CatchLink(link.getName())
                : caught(trigger(event.getEventDefinitions(), event));
    }

    Behaviour received(ReceiveTask task) {
        return caught(message(task.getMessage(), task));
    }

    private static Behaviour caught(Trigger trigger) {
        return trigger instanceof Trigger.Unknown unknown
                ? new Behaviour.Unknown(unknown.what())
                : new Behaviour.Catch(trigger);
    }

    Behaviour end(EndEvent end) {
        return end.getEventDefinitions().isEmpty() ? new Behaviour.End() : thrown(end, end.getEventDefinitions());
    }

    Behaviour thrown(IntermediateThrowEvent event) {
        return event.getEventDefinitions().isEmpty()
                ? new Behaviour.Pass()
                : thrown(event, event.getEventDefinitions());
    }

    private Behaviour thrown(FlowNode event, Collection<EventDefinition> definitions) {
        return switch (definitions.iterator().next()) {
            case TerminateEventDefinition terminate -> new Behaviour.Terminate();
            case ErrorEventDefinition error ->
                error.getError() instanceof io.camunda.zeebe.model.bpmn.instance.Error known
                                && code(known.getErrorCode(), event) instanceof Expression code
                        ? new Behaviour.ThrowError(code)
                        : new Behaviour.Unknown("an error without a code");
            case EscalationEventDefinition escalation ->
                escalation.getEscalation() instanceof io.camunda.zeebe.model.bpmn.instance.Escalation known
                                && code(known.getEscalationCode(), event) instanceof Expression code
                        ? new Behaviour.ThrowEscalation(code)
                        : new Behaviour.Unknown("an escalation without a code");
            case SignalEventDefinition signal ->
                signal.getSignal() != null && code(signal.getSignal().getName(), event) instanceof Expression name
                        ? new Behaviour.ThrowSignal(name)
                        : new Behaviour.Unknown("a signal without a name");
            case LinkEventDefinition link ->
                link.getName() == null
                        ? new Behaviour.Unknown("a link without a name")
                        : new Behaviour.ThrowLink(link.getName());
            case MessageEventDefinition message -> new Behaviour.Unknown("a message event without a job type");
            case EventDefinition other -> new Behaviour.Unknown(words(other));
        };
    }

    private @Nullable Expression code(@Nullable String text, FlowNode event) {
        return reader.attribute(text, event);
    }

    private Trigger trigger(Collection<EventDefinition> definitions, FlowNode event) {
        if (definitions.size() > 1) {
            return new Trigger.Unknown("an event with several triggers");
        }
        return switch (definitions.stream().findFirst().orElse(null)) {
            case MessageEventDefinition message -> message(message.getMessage(), event);
            case TimerEventDefinition timer -> timer(timer, event);
            case ErrorEventDefinition error ->
                new Trigger.Error(
                        error.getError() == null ? null : code(error.getError().getErrorCode(), event));
            case EscalationEventDefinition escalation ->
                new Trigger.Escalation(
                        escalation.getEscalation() == null
                                ? null
                                : code(escalation.getEscalation().getEscalationCode(), event));
            case SignalEventDefinition signal -> {
                var name = signal.getSignal() == null
                        ? null
                        : code(signal.getSignal().getName(), event);
                yield name == null ? new Trigger.Unknown("a signal without a name") : new Trigger.Signal(name);
            }
            case null -> new Trigger.Unknown("an event without a trigger");
            case EventDefinition other -> new Trigger.Unknown(words(other));
        };
    }

    private static String words(ModelElementInstance definition) {
        return "this kind of event ("
                + definition
                        .getElementType()
                        .getTypeName()
                        .replace("EventDefinition", "")
                        .replaceAll("([A-Z])", " $1")
                        .toLowerCase(Locale.ROOT)
                        .strip()
                + ")";
    }

    private Trigger message(@Nullable Message message, FlowNode event) {
        var name = message == null ? null : reader.attribute(message.getName(), event);
        if (message == null || name == null) {
            return new Trigger.Unknown("a message without a name");
        }
        var subscription = message.getSingleExtensionElement(ZeebeSubscription.class);
        return new Trigger.Message(
                name, subscription == null ? null : reader.attribute(subscription.getCorrelationKey(), event));
    }

    private Trigger timer(TimerEventDefinition timer, FlowNode event) {
        for (var kind : Trigger.Timer.Kind.values()) {
            var time = switch (kind) {
                case DATE -> timer.getTimeDate();
                case DURATION -> timer.getTimeDuration();
                case CYCLE -> timer.getTimeCycle();
            };
            if (time != null && reader.attribute(time.getTextContent(), event) instanceof Expression when) {
                return new Trigger.Timer(kind, when);
            }
        }
        return new Trigger.Unknown("a timer without a time");
    }
}
