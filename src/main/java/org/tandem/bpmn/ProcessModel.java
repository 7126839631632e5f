package org.tandem.bpmn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour.Boundary;
import org.tandem.bpmn.Behaviour.Start;
import org.tandem.bpmn.Behaviour.SubProcess;

/** An executable process of a BPMN file. */
public record ProcessModel(String file, String id, String name, Map<String, Node> nodes) {

    public ProcessModel {
        nodes = new LinkedHashMap<>(nodes);
    }

    public Node node(String id) {
        return Objects.requireNonNull(nodes.get(id), id);
    }

    public List<Node> boundariesOf(Node activity) {
        return nodes.values().stream()
                .filter(node -> node.behaviour() instanceof Boundary boundary
                        && boundary.attachedTo().equals(activity.id()))
                .toList();
    }

    /** The start events drawn directly in a sub-process, or in the process itself. */
    public List<Node> startsOf(@Nullable Node scope) {
        return childrenOf(scope).stream()
                .filter(node -> node.behaviour() instanceof Start)
                .toList();
    }

    /** The start events of the event sub-processes of a sub-process, or of the process itself. */
    public List<Node> eventStartsOf(@Nullable Node scope) {
        return childrenOf(scope).stream()
                .filter(node -> node.behaviour() instanceof SubProcess sub && sub.triggeredByEvent())
                .flatMap(event -> startsOf(event).stream())
                .toList();
    }

    private List<Node> childrenOf(@Nullable Node scope) {
        var parent = scope == null ? null : scope.id();
        return nodes.values().stream()
                .filter(node -> Objects.equals(node.parent(), parent))
                .toList();
    }
}
