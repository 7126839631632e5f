package org.tandem.engine.core;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Node;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.JsonValue;

/** Moves tokens through a scope: into elements, out of them over sequence flows, and away when the scope is done. */
final class Tokens {

    private final Core core;

    Tokens(Core core) {
        this.core = core;
    }

    /** A token, counted already, goes into an element; {@code payload} is what the event that led here brought. */
    void enter(Node node, ElementInstance scope, @Nullable Map<String, JsonValue> payload) {
        var generation = scope.tokens().generation();
        core.steps().add(() -> {
            var around = core.elements().get(scope.key());
            if (around.isActive() && around.tokens().generation() == generation) {
                core.elements()
                        .activate(core.elements().create(node, around, payload).key());
            }
        });
    }

    /** The token becomes as many as there are flows; without any, the scope may be done. */
    void leave(ElementInstance scope, List<Node.Flow> flows) {
        var left = core.state().put(scope.with(scope.tokens().plus(flows.size() - 1)));
        core.joins().moved(left);
        flows.forEach(flow -> take(flow, left));
        completeIfEmpty(left.key());
    }

    private void take(Node.Flow flow, ElementInstance scope) {
        var target = core.models().process(scope).node(flow.target());
        if (Joins.isJoin(target)) {
            core.joins().arrive(flow, target, scope.key());
        } else {
            enter(target, scope, null);
        }
    }

    void completeIfEmpty(long scope) {
        var element = core.elements().get(scope);
        if (element.isActive()
                && element.state() == ElementInstance.State.ACTIVE
                && element.tokens().count() == 0
                && !element.isBody()) {
            core.elements().complete(scope);
        }
    }

    /** Ends everything inside a scope, which itself goes on with so many tokens. */
    ElementInstance clear(ElementInstance scope, @Nullable String interruptedBy, int left) {
        for (var child : core.state().childrenOf(scope.key())) {
            core.elements().terminate(child.key());
        }
        var now = core.elements().get(scope.key());
        return core.state().put(now.with(now.tokens().cleared(interruptedBy, left)));
    }
}
