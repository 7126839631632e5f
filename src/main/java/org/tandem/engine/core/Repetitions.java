package org.tandem.engine.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.Node.Repetition;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.JsonValue;
import org.tandem.engine.state.Loop;

/** Multi-instance activities: a body that holds one inner instance for each item of a collection. */
final class Repetitions {

    private final Core core;

    Repetitions(Core core) {
        this.core = core;
    }

    void start(ElementInstance body, Node node) {
        var repetition = Objects.requireNonNull(node.repetition());
        var items = core.feel().list(repetition.items(), core.variables().scope(body.key())).stream()
                .map(Values::json)
                .toList();
        core.events().open(body);
        var outputs = repetition.outputs() == null
                ? null
                : new ArrayList<>(Collections.nCopies(items.size(), JsonValue.NULL));
        core.elements().active(body);
        collected(body, repetition, outputs);
        var at = core.state().put(core.elements().get(body.key()).with(new Loop(items, outputs, 0, 0, 0)));
        if (items.isEmpty()) {
            done(at, repetition);
            return;
        }
        at = core.state().put(at.with(at.tokens().plus(repetition.sequential() ? 1 : items.size())));
        for (var i = 0; i < at.tokens().count(); i++) {
            next(at.key(), node);
        }
    }

    private void next(long bodyKey, Node node) {
        var body = core.elements().get(bodyKey);
        var index = loop(body).started();
        core.state().put(body.with(loop(body).oneStarted()));
        var generation = body.tokens().generation();
        core.steps().add(() -> {
            var now = core.elements().get(bodyKey);
            if (now.isActive() && now.tokens().generation() == generation) {
                var inner = core.elements().place(node, node.type(), now, index + 1, null);
                core.variables().setLocal(inner, locals(node, loop(now), index));
                core.elements().activate(inner.key());
            }
        });
    }

    /** The item, its number, and a place for the result that nobody outside sees. */
    private static Map<String, JsonValue> locals(Node node, Loop loop, int index) {
        var repetition = Objects.requireNonNull(node.repetition());
        var locals = new LinkedHashMap<String, JsonValue>();
        locals.put("loopCounter", JsonValue.of(index + 1));
        if (repetition.item() != null) {
            locals.put(repetition.item(), loop.items().get(index));
        }
        if (resultOf(node) instanceof String result) {
            locals.putIfAbsent(result, JsonValue.NULL);
        }
        return locals;
    }

    /** The variable in which each instance leaves its result, where the result is one or a field of one. */
    static @Nullable String resultOf(Node node) {
        return node.repetition() == null || node.repetition().output() == null
                ? null
                : node.repetition().output().variableOrOwner().orElse(null);
    }

    void innerCompleted(ElementInstance inner, Node node) {
        var repetition = Objects.requireNonNull(node.repetition());
        var body = core.elements().get(inner.scope());
        var output = repetition.outputs() == null || repetition.output() == null
                ? null
                : Values.json(core.variables().evaluate(repetition.output(), inner.key()));
        body = core.state().put(body.with(loop(body).oneCompleted(inner.at().loopCounter() - 1, output)));
        collected(body, repetition, loop(body).outputs());
        if (isEnough(repetition, inner, body)) {
            done(core.tokens().clear(body, null, 0), repetition);
        } else if (repetition.sequential()
                && loop(body).started() < loop(body).items().size()) {
            next(body.key(), node);
        } else {
            body = core.state().put(body.with(body.tokens().plus(-1)));
            if (body.tokens().count() == 0) {
                done(body, repetition);
            }
        }
    }

    private boolean isEnough(Repetition repetition, ElementInstance inner, ElementInstance body) {
        if (repetition.until() == null) {
            return false;
        }
        var loop = loop(body);
        Map<String, @Nullable Object> numbers = Map.of(
                "numberOfInstances", (long) loop.items().size(),
                "numberOfActiveInstances",
                        (long) core.state().childrenOf(body.key()).size(),
                "numberOfCompletedInstances", (long) loop.completed(),
                "numberOfTerminatedInstances", (long) loop.terminated());
        return core.feel().truth(repetition.until(), core.variables().scope(inner.key(), numbers));
    }

    private void done(ElementInstance body, Repetition repetition) {
        if (repetition.outputs() != null && loop(body).outputs() instanceof List<JsonValue> outputs) {
            core.variables().propagate(core.elements().get(body.scope()), Map.of(repetition.outputs(), all(outputs)));
        }
        core.elements().complete(body.key());
    }

    /** What has been collected so far is a local variable of the body. */
    private void collected(ElementInstance body, Repetition repetition, @Nullable List<JsonValue> outputs) {
        if (repetition.outputs() != null && outputs != null) {
            core.variables().setLocal(body, Map.of(repetition.outputs(), all(outputs)));
        }
    }

    private static JsonValue all(List<JsonValue> outputs) {
        return JsonValue.of(outputs.stream().map(JsonValue::java).toList());
    }

    private static Loop loop(ElementInstance body) {
        return Objects.requireNonNull(body.loop());
    }
}
