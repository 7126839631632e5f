package org.tandem.engine.core;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.ProcessModel;
import org.tandem.engine.state.ElementInstance;

/**
 * Gateways at which tokens wait for each other. A parallel one goes on when a token has come over every incoming flow, an inclusive one
 * when a token has come over at least one and no other token in the scope can still come over one of the others (BPMN 2.0.2, 13.4.3).
 */
final class Joins {

    private final Core core;
    private final Set<Long> moved = new LinkedHashSet<>();

    Joins(Core core) {
        this.core = core;
    }

    static boolean isJoin(Node node) {
        return node.incoming() > 1
                && (node.behaviour() instanceof Behaviour.Parallel || node.behaviour() instanceof Behaviour.Inclusive);
    }

    void arrive(Node.Flow flow, Node gateway, long scopeKey) {
        var scope = core.elements().get(scopeKey);
        scope = core.state().put(scope.with(scope.tokens().arrived(flow.id(), 1)));
        moved(scope);
        var incoming = core.models().process(scope).incomingOf(gateway);
        if (gateway.behaviour() instanceof Behaviour.Parallel
                && arrived(scope, incoming).size() == incoming.size()) {
            pass(gateway, scope, incoming);
        }
    }

    /** Something has moved in a scope where tokens may wait. */
    void moved(ElementInstance scope) {
        if (!scope.tokens().arrived().isEmpty()) {
            moved.add(scope.key());
        }
    }

    void clear() {
        moved.clear();
    }

    /** Lets inclusive gateways go on, once nothing is under way any more; true if one did. */
    boolean settle() {
        var passed = false;
        for (var key : List.copyOf(moved)) {
            moved.remove(key);
            var scope = core.elements().find(key);
            if (scope != null && scope.isActive()) {
                passed |= settle(scope);
            }
        }
        return passed;
    }

    private boolean settle(ElementInstance scope) {
        var process = core.models().process(scope);
        for (var gateway : process.childrenOf(core.models().find(scope))) {
            if (gateway.behaviour() instanceof Behaviour.Inclusive && isJoin(gateway)) {
                var arrived = arrived(scope, process.incomingOf(gateway));
                if (!arrived.isEmpty() && !isStillReachable(gateway, arrived, scope, process)) {
                    pass(gateway, scope, arrived);
                    moved(core.elements().get(scope.key()));
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Node.Flow> arrived(ElementInstance scope, List<Node.Flow> incoming) {
        return incoming.stream()
                .filter(flow -> scope.tokens().arrived().containsKey(flow.id()))
                .toList();
    }

    private void pass(Node gateway, ElementInstance scope, List<Node.Flow> arrived) {
        var tokens = scope.tokens().plus(1 - arrived.size());
        for (var flow : arrived) {
            tokens = tokens.arrived(flow.id(), -1);
        }
        core.tokens().enter(gateway, core.state().put(scope.with(tokens)), null);
    }

    private boolean isStillReachable(
            Node gateway, List<Node.Flow> arrived, ElementInstance scope, ProcessModel process) {
        var sources = sourcesOf(gateway, arrived, process);
        return core.state().childrenOf(scope.key()).stream().anyMatch(child -> sources.contains(child.elementId()))
                || scope.tokens().arrived().keySet().stream()
                        .map(flow -> process.flow(flow).target())
                        .anyMatch(sources::contains);
    }

    /** The ids of all nodes from which a token can come over an incoming flow that none has come over yet, without passing here. */
    private static Set<String> sourcesOf(Node gateway, List<Node.Flow> arrived, ProcessModel process) {
        var siblings = process.childrenOf(process.parentOf(gateway));
        var seen = new HashSet<String>();
        var open = new ArrayDeque<String>();
        siblings.stream()
                .filter(node -> node.outgoing().stream()
                        .anyMatch(flow -> flow.target().equals(gateway.id()) && !arrived.contains(flow)))
                .map(Node::id)
                .forEach(open::add);
        while (!open.isEmpty()) {
            var id = open.remove();
            if (id.equals(gateway.id()) || !seen.add(id)) {
                continue;
            }
            var node = process.node(id);
            if (node.behaviour() instanceof Behaviour.Boundary boundary) {
                open.add(boundary.attachedTo());
            }
            for (var before : siblings) {
                if (before.outgoing().stream().anyMatch(flow -> flow.target().equals(id))
                        || node.behaviour() instanceof Behaviour.CatchLink caught
                                && before.behaviour() instanceof Behaviour.ThrowLink thrown
                                && thrown.name().equals(caught.name())) {
                    open.add(before.id());
                }
            }
        }
        return seen;
    }
}
