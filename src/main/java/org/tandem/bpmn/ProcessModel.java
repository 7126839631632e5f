package org.tandem.bpmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour.Boundary;
import org.tandem.bpmn.Behaviour.Start;
import org.tandem.bpmn.Behaviour.SubProcess;

/** An executable process of a BPMN file. */
public final class ProcessModel {

    private static final String WHOLE = "";

    private final String file;
    private final String id;
    private final String name;
    private final @Nullable String versionTag;
    private final Map<String, Node> nodes;
    private final Map<String, List<Node>> children = new HashMap<>();
    private final Map<String, List<Node>> boundaries = new HashMap<>();
    private final Map<String, List<Node.Flow>> incoming = new HashMap<>();
    private final Map<String, Node.Flow> flows = new HashMap<>();

    ProcessModel(String file, String id, String name, @Nullable String versionTag, Map<String, Node> nodes) {
        this.file = file;
        this.id = id;
        this.name = name;
        this.versionTag = versionTag;
        this.nodes = new LinkedHashMap<>(nodes);
        for (var node : nodes.values()) {
            add(children, Objects.requireNonNullElse(node.parent(), WHOLE), node);
            if (node.behaviour() instanceof Boundary boundary) {
                add(boundaries, boundary.attachedTo(), node);
            }
            node.outgoing().forEach(flow -> {
                add(incoming, flow.target(), flow);
                flows.put(flow.id(), flow);
            });
        }
    }

    private static <T> void add(Map<String, List<T>> to, String key, T value) {
        to.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
    }

    public String file() {
        return file;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public @Nullable String versionTag() {
        return versionTag;
    }

    public Map<String, Node> nodes() {
        return nodes;
    }

    public Node node(String id) {
        return Objects.requireNonNull(nodes.get(id), id);
    }

    /** The sequence flows by their ids. */
    public Map<String, Node.Flow> flows() {
        return flows;
    }

    public Node.Flow flow(String id) {
        return Objects.requireNonNull(flows.get(id), id);
    }

    public List<Node> boundariesOf(Node activity) {
        return boundaries.getOrDefault(activity.id(), List.of());
    }

    /** The sequence flows that lead to a node. */
    public List<Node.Flow> incomingOf(Node node) {
        return incoming.getOrDefault(node.id(), List.of());
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

    /** The nodes drawn directly in a sub-process, or in the process itself. */
    public List<Node> childrenOf(@Nullable Node scope) {
        return children.getOrDefault(scope == null ? WHOLE : scope.id(), List.of());
    }

    /** The sub-process that a node is drawn in; null if that is the process itself. */
    public @Nullable Node parentOf(Node node) {
        return node.parent() == null ? null : node(node.parent());
    }
}
