package org.tandem.engine.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Node;
import org.tandem.engine.state.ElementInstance;

/** Which sequence flows a token takes when it leaves an element. */
final class Paths {

    private final Core core;

    Paths(Core core) {
        this.core = core;
    }

    List<Node.Flow> chosen(ElementInstance element, Node node) {
        return switch (node.behaviour()) {
            case Behaviour.EventGateway gateway -> List.of();
            case Behaviour.Exclusive gateway -> {
                var fitting = conditional(node, gateway.defaultFlow()).stream()
                        .filter(flow -> holds(flow, element))
                        .findFirst()
                        .map(List::of)
                        .orElse(List.of());
                yield fitting.isEmpty() ? otherwise(node, gateway.defaultFlow()) : fitting;
            }
            case Behaviour.Inclusive gateway -> {
                var fitting = conditional(node, gateway.defaultFlow()).stream()
                        .filter(flow -> holds(flow, element))
                        .toList();
                yield fitting.isEmpty() ? otherwise(node, gateway.defaultFlow()) : fitting;
            }
            default -> node.outgoing();
        };
    }

    private static List<Node.Flow> conditional(Node node, @Nullable String defaultFlow) {
        return node.outgoing().stream()
                .filter(flow -> !flow.id().equals(defaultFlow))
                .toList();
    }

    private boolean holds(Node.Flow flow, ElementInstance element) {
        return flow.condition() == null
                || core.feel().truth(flow.condition(), core.variables().scope(element.key()));
    }

    private static List<Node.Flow> otherwise(Node node, @Nullable String defaultFlow) {
        if (defaultFlow == null && !node.outgoing().isEmpty()) {
            throw new Failure(
                    Failure.CONDITION,
                    "Expected at least one condition to evaluate to true, or to have a default flow");
        }
        return node.outgoing().stream()
                .filter(flow -> flow.id().equals(defaultFlow))
                .toList();
    }
}
