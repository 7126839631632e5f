package org.tandem.engine.core;

import java.util.List;
import java.util.stream.Stream;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.ProcessModel;
import org.tandem.engine.state.ElementInstance;

/**
 * The events that an element listens to while it is active.
 *
 * @param attached its boundary events, whose expressions see what is around the element
 * @param own those inside or behind it, whose expressions see the element's own variables
 */
record Catches(List<Node> attached, List<Node> own) {

    static Catches of(ElementInstance element, ProcessModel process) {
        if (element.isProcess()) {
            return new Catches(List.of(), process.eventStartsOf(null));
        }
        var node = process.node(element.elementId());
        return new Catches(
                element.isInner() ? List.of() : process.boundariesOf(node),
                element.isBody() ? List.of() : own(node, process));
    }

    private static List<Node> own(Node node, ProcessModel process) {
        return switch (node.behaviour()) {
            case Behaviour.Catch event -> List.of(node);
            case Behaviour.EventGateway gateway ->
                node.outgoing().stream()
                        .map(flow -> process.node(flow.target()))
                        .toList();
            case Behaviour.SubProcess sub -> process.eventStartsOf(node);
            default -> List.of();
        };
    }

    Stream<Node> all() {
        return Stream.concat(attached.stream(), own.stream());
    }
}
