package org.tandem.engine.core;

import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Behaviour.Trigger;
import org.tandem.bpmn.Node;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.JsonValue;
import org.tandem.engine.state.Subscription;

/** What elements wait for, and what happens to them when it comes. */
final class Events {

    private final Core core;

    Events(Core core) {
        this.core = core;
    }

    static @Nullable Trigger triggerOf(Node event) {
        return switch (event.behaviour()) {
            case Behaviour.Start start -> start.trigger();
            case Behaviour.Boundary boundary -> boundary.trigger();
            case Behaviour.Catch caught -> caught.trigger();
            default -> null;
        };
    }

    static boolean isInterrupting(Node event) {
        return switch (event.behaviour()) {
            case Behaviour.Start start -> start.interrupting();
            case Behaviour.Boundary boundary -> boundary.interrupting();
            default -> true;
        };
    }

    /** Listens to events attached to an element and to its own; the keys of attached ones are seen from outside. */
    void open(ElementInstance element) {
        var events = Catches.of(element, core.models().process(element));
        events.attached().forEach(event -> open(element, event, element.scope()));
        events.own().forEach(event -> open(element, event, element.key()));
    }

    void open(ElementInstance element, Node event, long seenFrom) {
        switch (triggerOf(event)) {
            case Trigger.Message message -> {
                var name = core.variables().text(message.name(), seenFrom);
                var subscription = subscribe(element, event, Subscription.Kind.MESSAGE, name, key(message, seenFrom));
                core.steps().add(() -> core.messages().correlateBuffered(subscription.key()));
            }
            case Trigger.Signal signal ->
                subscribe(
                        element,
                        event,
                        Subscription.Kind.SIGNAL,
                        core.variables().text(signal.name(), seenFrom),
                        "");
            case Trigger.Timer timer -> core.timers().start(element, event, timer);
            case null -> {}
            default -> {}
        }
    }

    private Subscription subscribe(
            ElementInstance element, Node event, Subscription.Kind kind, String name, String correlationKey) {
        return core.state()
                .put(new Subscription(
                        core.state().newKey(),
                        kind,
                        element.key(),
                        element.processInstance(),
                        element.definition(),
                        event.id(),
                        name,
                        correlationKey,
                        Subscription.State.CREATED,
                        core.now()));
    }

    private String key(Trigger.Message message, long seenFrom) {
        var expression = message.correlationKey();
        if (expression == null) {
            throw Failure.value(
                    "The message '%s' has no correlation key", message.name().text());
        }
        var value = core.variables().evaluate(expression, seenFrom);
        if (value instanceof String || value instanceof Number) {
            return Feel.name(String.valueOf(value), expression);
        }
        throw Failure.value(
                "Failed to extract the correlation key for '%s': The value must be either a string or a number, but was '%s'.",
                expression.text(), Values.kind(value));
    }

    void closeAll(long element) {
        close(element, id -> true);
    }

    private void close(long element, Predicate<String> which) {
        for (var subscription : core.state().subscriptionsOf(element)) {
            if (which.test(subscription.elementId())) {
                core.state().put(subscription.with(Subscription.State.DELETED, core.now()));
            }
        }
        for (var timer : core.state().timersOf(element)) {
            if (which.test(timer.elementId())) {
                core.state().remove(timer);
            }
        }
    }

    /** Something that an active element listens to has happened; it brought {@code payload}. */
    void trigger(ElementInstance element, Node event, Map<String, JsonValue> payload) {
        switch (event.behaviour()) {
            case Behaviour.Boundary boundary -> {
                if (boundary.interrupting()) {
                    core.elements().terminate(element.key());
                    core.tokens().enter(event, core.elements().get(element.scope()), payload);
                } else {
                    var scope = core.elements().get(element.scope());
                    scope = core.state().put(scope.with(scope.tokens().plus(1)));
                    core.tokens().enter(event, scope, payload);
                }
            }
            case Behaviour.Start start -> eventSubProcess(element, event, payload);
            default -> {
                var node = core.models().node(element);
                if (node.behaviour() instanceof Behaviour.EventGateway) {
                    passGateway(element, node, event, payload);
                } else {
                    core.elements().complete(element.key(), payload);
                }
            }
        }
    }

    private void passGateway(ElementInstance gateway, Node node, Node event, Map<String, JsonValue> payload) {
        var flow = node.outgoing().stream()
                .filter(out -> out.target().equals(event.id()))
                .map(Node.Flow::id)
                .toList();
        core.elements().end(gateway, ElementInstance.State.COMPLETED, flow);
        core.tokens().enter(event, core.elements().get(gateway.scope()), payload);
    }

    private void eventSubProcess(ElementInstance scope, Node start, Map<String, JsonValue> payload) {
        if (core.elements().get(scope.key()).tokens().interruptedBy() != null) {
            return;
        }
        var process = core.models().process(scope);
        var sub = process.node(java.util.Objects.requireNonNull(start.parent()));
        ElementInstance around;
        if (isInterrupting(start)) {
            close(scope.key(), id -> process.node(id).behaviour() instanceof Behaviour.Start);
            core.incidents().resolveSilently(scope.key());
            around = core.tokens().clear(core.elements().get(scope.key()), start.id(), 1);
        } else {
            var now = core.elements().get(scope.key());
            around = core.state().put(now.with(now.tokens().plus(1)));
        }
        core.tokens().enter(sub, around, payload);
    }
}
