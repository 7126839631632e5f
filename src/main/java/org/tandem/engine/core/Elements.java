package org.tandem.engine.core;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Node;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.ElementInstance.Position;
import org.tandem.engine.state.ElementInstance.State;
import org.tandem.engine.state.ElementInstance.Tokens;
import org.tandem.engine.state.Incident;
import org.tandem.engine.state.JsonValue;

/** The life of an element instance: activated, then completed or terminated. What happens meanwhile is the business of its kind. */
final class Elements {

    static final String BODY = "MULTI_INSTANCE_BODY";

    private final Core core;
    private final Kinds kinds;
    private final Repetitions repetitions;

    Elements(Core core) {
        this.core = core;
        this.kinds = new Kinds(core);
        this.repetitions = new Repetitions(core);
    }

    ElementInstance get(long key) {
        return core.state().get(ElementInstance.class, key);
    }

    @Nullable
    ElementInstance find(long key) {
        return core.state().find(ElementInstance.class, key);
    }

    ElementInstance create(Node node, ElementInstance scope, @Nullable Map<String, JsonValue> payload) {
        return place(node, node.repetition() == null ? node.type() : BODY, scope, 0, payload);
    }

    ElementInstance place(
            Node node, String type, ElementInstance scope, int counter, @Nullable Map<String, JsonValue> payload) {
        var at = new Position(node.id(), type, scope.key(), scope.processInstance(), scope.definition(), counter);
        return core.state()
                .put(new ElementInstance(
                        core.state().newKey(),
                        at,
                        core.now(),
                        State.ACTIVATING,
                        0,
                        0,
                        Tokens.NONE,
                        null,
                        null,
                        0,
                        payload,
                        List.of()));
    }

    /** Maps inputs and begins; what goes wrong is an incident, and nothing else has happened then. */
    void activate(long key) {
        var element = get(key);
        if (!element.isActive()) {
            return;
        }
        attempt(element, Incident.Phase.ACTIVATE, () -> {
            var node = core.models().find(element);
            if (node == null) {
                core.instances().activate(element);
            } else if (element.isBody()) {
                repetitions.start(element, node);
            } else {
                core.variables().setLocal(element, core.variables().inputs(node.inputs(), key));
                kinds.activate(element, node);
            }
        });
    }

    void attempt(ElementInstance element, Incident.Phase phase, Runnable what) {
        var mark = core.state().mark();
        var steps = core.steps().mark();
        try {
            what.run();
        } catch (Failure failed) {
            core.state().rollbackTo(mark);
            core.steps().rollbackTo(steps);
            failed.traces().run();
            core.incidents().raise(element.key(), phase, failed, 0);
        }
    }

    /** It has begun and waits for something. */
    ElementInstance active(ElementInstance element) {
        return core.state().put(get(element.key()).with(State.ACTIVE));
    }

    /** It does not wait for anything. */
    void pass(ElementInstance element) {
        active(element);
        complete(element.key());
    }

    /** What it waited for has come, and brought something. */
    void complete(long key, Map<String, JsonValue> result) {
        core.state().put(get(key).withResult(result));
        complete(key);
    }

    /** Maps outputs, ends it and lets the token go on. */
    void complete(long key) {
        if (!get(key).isActive()) {
            return;
        }
        var element = core.state().put(get(key).with(State.COMPLETING));
        attempt(element, Incident.Phase.COMPLETE, () -> {
            var node = core.models().find(element);
            if (node == null) {
                end(element, State.COMPLETED, List.of());
                core.instances().ended(get(key), true);
                return;
            }
            if (!element.isBody()) {
                outputs(element, node);
            }
            var flows = element.isInner() ? List.<Node.Flow>of() : core.paths().chosen(element, node);
            end(element, State.COMPLETED, flows.stream().map(Node.Flow::id).toList());
            if (element.isInner()) {
                repetitions.innerCompleted(element, node);
            } else {
                core.tokens().leave(get(element.scope()), flows);
            }
        });
    }

    private void outputs(ElementInstance element, Node node) {
        var result = element.result();
        if (!node.outputs().isEmpty()) {
            if (result != null) {
                core.variables().setLocal(element, result);
            }
            var mapped = core.variables().outputs(node.outputs(), element.key());
            var own = element.isInner() ? Repetitions.resultOf(node) : null;
            var collected = own == null ? null : mapped.remove(own);
            if (own != null && collected != null) {
                core.variables().setLocal(element, Map.of(own, collected));
            }
            core.variables().propagate(get(element.scope()), mapped);
        } else if (result != null && !(node.behaviour() instanceof Behaviour.Call call && !call.takesAll())) {
            core.variables().propagate(element, result);
        }
    }

    void end(ElementInstance element, State how, List<String> flows) {
        core.events().closeAll(element.key());
        core.incidents().resolveSilently(element.key());
        core.state().put(get(element.key()).ended(how, core.now(), flows));
    }

    /** Ends it and everything inside. */
    void terminate(long key) {
        var element = find(key);
        if (element == null || !element.isActive()) {
            return;
        }
        for (var child : core.state().childrenOf(key)) {
            terminate(child.key());
        }
        terminate(element.child());
        core.jobs().cancel(key);
        core.userTasks().cancel(key);
        end(element, State.TERMINATED, List.of());
        if (element.isProcess()) {
            core.instances().ended(get(key), false);
        } else {
            core.joins().moved(get(element.scope()));
        }
    }
}
