package org.tandem.engine.core;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Node;
import org.tandem.engine.state.Definition;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.ElementInstance.Origin;
import org.tandem.engine.state.ElementInstance.Position;
import org.tandem.engine.state.ElementInstance.State;
import org.tandem.engine.state.ElementInstance.Tokens;
import org.tandem.engine.state.JsonValue;

/** Process instances: created by a client, a message, a signal, a timer or a call, and cancelled. */
public final class Instances {

    private final Core core;

    Instances(Core core) {
        this.core = core;
    }

    /**
     * What a client asks for.
     *
     * @param startElements ids of the elements to begin before; empty for the start event without a trigger
     */
    public record NewInstance(
            Definition process, Map<String, JsonValue> variables, List<String> startElements, List<String> tags) {}

    /** Starts a process instance. */
    public ElementInstance create(NewInstance request) {
        var model = core.models().process(request.process());
        if (request.startElements().isEmpty()) {
            if (plainStart(request.process()) == null) {
                throw Rejection.invalidState(
                        "Expected to create instance of process with none start event, but there is no such event in '%s'",
                        request.process().id());
            }
            return start(request.process(), request.variables(), new Origin(0, 0, null, null, request.tags()), null);
        }
        for (var id : request.startElements()) {
            var node = model.nodes().get(id);
            if (node == null || node.parent() != null || node.behaviour() instanceof Behaviour.Boundary) {
                throw Rejection.invalidArgument(
                        "startInstructions: '%s' is no element of process '%s' at which an instance can start; it has to be drawn directly in the process and may be no boundary event",
                        id, request.process().id());
            }
        }
        var instance = place(request.process(), new Origin(0, 0, null, null, request.tags()));
        core.variables().setLocal(instance, request.variables());
        core.elements().attempt(instance, org.tandem.engine.state.Incident.Phase.ACTIVATE, () -> {
            core.events().open(instance);
            var opened = core.elements().active(instance);
            var counted = core.state()
                    .put(opened.with(
                            opened.tokens().plus(request.startElements().size())));
            request.startElements().forEach(id -> core.tokens().enter(model.node(id), counted, null));
        });
        return instance;
    }

    @Nullable
    Node plainStart(Definition process) {
        return core.models().process(process).startsOf(null).stream()
                .filter(node -> Events.triggerOf(node) == null)
                .findFirst()
                .orElse(null);
    }

    /** Starts by an event, which brought {@code payload}. */
    ElementInstance byEvent(
            Definition process, Node start, Map<String, JsonValue> payload, @Nullable String businessKey) {
        return start(
                process,
                start.outputs().isEmpty() ? payload : Map.of(),
                new Origin(0, 0, start.id(), businessKey, List.of()),
                payload);
    }

    /** Called by a call activity. */
    ElementInstance called(Definition process, Map<String, JsonValue> variables, ElementInstance caller) {
        if (plainStart(process) == null) {
            throw new Failure(
                    Failure.CALLED_ELEMENT,
                    "Expected process with BPMN process id '%s' to have a none start event, but it has none"
                            .formatted(process.id()));
        }
        return start(
                process, variables, new Origin(caller.processInstance(), caller.key(), null, null, List.of()), null);
    }

    private ElementInstance start(
            Definition process,
            Map<String, JsonValue> variables,
            Origin origin,
            @Nullable Map<String, JsonValue> payload) {
        var instance = place(process, origin);
        core.variables().setLocal(instance, variables);
        var begun = core.state().put(instance.withResult(payload));
        core.steps().add(() -> core.elements().activate(begun.key()));
        return begun;
    }

    private ElementInstance place(Definition process, Origin origin) {
        var key = core.state().newKey();
        var at = new Position(process.id(), "PROCESS", 0, key, process.key(), 0);
        return core.state()
                .put(new ElementInstance(
                        key, at, core.now(), State.ACTIVATING, 0, 0, Tokens.NONE, null, origin, 0, null, List.of()));
    }

    void activate(ElementInstance instance) {
        var process = core.models().process(instance);
        core.events().open(instance);
        var opened = core.elements().active(instance);
        var startId = instance.origin() == null ? null : instance.origin().startEvent();
        var start = startId == null
                ? plainStart(core.state().get(Definition.class, instance.definition()))
                : process.node(startId);
        var payload = opened.result();
        var counted =
                core.state().put(opened.withResult(null).with(opened.tokens().plus(1)));
        core.tokens().enter(java.util.Objects.requireNonNull(start), counted, payload);
    }

    /** Ends an instance that a client no longer wants. */
    public void cancel(long key) {
        var instance = core.elements().find(key);
        if (instance == null || !instance.isProcess() || !instance.isActive()) {
            throw Rejection.notFound(
                    "Expected to cancel a process instance with key '%d', but no such process was found", key);
        }
        var parent = instance.origin() == null ? 0 : instance.origin().parentInstance();
        if (parent != 0) {
            throw Rejection.invalidState(
                    "Expected to cancel a process instance with key '%d', but it is created by a parent process instance. Cancel the root process instance '%d' instead.",
                    key, root(parent));
        }
        core.elements().terminate(key);
    }

    private long root(long key) {
        var instance = core.elements().get(key);
        var parent = instance.origin() == null ? 0 : instance.origin().parentInstance();
        return parent == 0 ? key : root(parent);
    }

    /** What is around an element: its scope, or for a process instance the call activity that called it. */
    @Nullable
    ElementInstance around(ElementInstance element) {
        if (!element.isProcess()) {
            return core.elements().get(element.scope());
        }
        return element.origin() == null || element.origin().parentElement() == 0
                ? null
                : core.elements().find(element.origin().parentElement());
    }

    void ended(ElementInstance instance, boolean completed) {
        var variables = core.variables().local(instance.key());
        core.effects().ended().add(new Effects.Ended(instance, variables));
        var origin = instance.origin();
        if (origin != null && origin.businessKey() instanceof String key) {
            core.steps().add(() -> core.messages().startNext(instance.elementId(), key));
        }
        var caller = around(instance);
        if (completed && caller != null && caller.isActive()) {
            core.elements().complete(caller.key(), variables);
        }
    }
}
