package org.tandem.bpmn;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.EventDefinition;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.IntermediateCatchEvent;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.ReceiveTask;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.TerminateEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeSubscription;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour.Trigger;

/** Translates the events of BPMN: messages, timers and errors; others are not known. */
final class EventReader {

    private static final Trigger OTHER =
            new Trigger.Unknown("an event that is neither a message, a timer nor an error");

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
                boundary.getAttachedTo().getId(),
                boundary.cancelActivity(),
                trigger(boundary.getEventDefinitions(), boundary));
    }

    Behaviour caught(IntermediateCatchEvent event) {
        return caught(trigger(event.getEventDefinitions(), event));
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
        if (end.getEventDefinitions().isEmpty()) {
            return new Behaviour.End();
        }
        return switch (end.getEventDefinitions().iterator().next()) {
            case TerminateEventDefinition terminate -> new Behaviour.Terminate();
            case ErrorEventDefinition error -> {
                var code = error.getError() == null
                        ? null
                        : reader.attribute(error.getError().getErrorCode(), end);
                yield code == null ? new Behaviour.Unknown("an error without a code") : new Behaviour.ThrowError(code);
            }
            default -> BehaviourReader.unknown(end);
        };
    }

    private Trigger trigger(Collection<EventDefinition> definitions, FlowNode event) {
        return switch (definitions.stream().findFirst().orElse(null)) {
            case MessageEventDefinition message -> message(message.getMessage(), event);
            case TimerEventDefinition timer -> timer(timer, event);
            case ErrorEventDefinition error ->
                new Trigger.Error(
                        error.getError() == null
                                ? null
                                : reader.attribute(error.getError().getErrorCode(), event));
            case null -> OTHER;
            default -> OTHER;
        };
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
        return Stream.of(timer.getTimeDuration(), timer.getTimeDate(), timer.getTimeCycle())
                .filter(Objects::nonNull)
                .map(time -> reader.attribute(time.getTextContent(), event))
                .filter(Objects::nonNull)
                .findFirst()
                .<Trigger>map(Trigger.Timer::new)
                .orElse(new Trigger.Unknown("a timer without a time"));
    }
}
