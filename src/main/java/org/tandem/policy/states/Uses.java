package org.tandem.policy.states;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.ProcessModel;

/** What each node does with the variables of its process, those that only it or what is around it can see left out. */
final class Uses {

    /**
     * What one node does.
     *
     * @param coming what it reads when a token comes
     * @param going what it reads when a token goes on
     * @param written what it writes then, whatever was there before
     */
    record Use(Set<String> coming, Set<String> going, Set<String> written) {}

    private final Reads reads;
    private final Writes writes;
    private final Map<String, Map<String, Use>> uses = new HashMap<>();
    private final Map<String, Set<String>> handed = new HashMap<>();
    private final Set<Node> beingCalled = new HashSet<>();

    Uses(Reads reads, Writes writes) {
        this.reads = reads;
        this.writes = writes;
    }

    /** By the id of the node. */
    Map<String, Use> in(ProcessModel process) {
        var known = uses.get(process.id());
        if (known == null) {
            known = process.nodes().values().stream()
                    .collect(Collectors.toUnmodifiableMap(Node::id, node -> use(process, node)));
            uses.put(process.id(), known);
        }
        return known;
    }

    private Use use(ProcessModel process, Node node) {
        var coming = new HashSet<>(reads.coming(process, node));
        if (node.behaviour() instanceof Behaviour.Call call && call.bringsAll()) {
            reads.called(node).map(this::handed).forEach(coming::addAll);
        }
        coming.removeAll(writes.locals(process, node));
        coming.addAll(reads.mapped(node));
        var going = new HashSet<>(reads.going(node));
        going.removeAll(writes.ownOf(process, node));
        going.addAll(reads.extended(node));
        going.removeAll(givenBack(node));
        return new Use(coming, going, writes.surely(process, node));
    }

    /** What every process that may be called here writes for sure before its caller reads it. */
    private Set<String> givenBack(Node node) {
        var called = reads.called(node).toList();
        if (called.isEmpty() || !beingCalled.add(node)) {
            return Set.of();
        }
        var given = new HashSet<>(reads.going(node));
        called.forEach(
                process -> given.removeAll(new LiveVariables(process, reads.going(node), in(process)).atStart()));
        beingCalled.remove(node);
        return given;
    }

    /** What a called process reads of what is handed to it; while a process that calls itself is looked at, all that it reads. */
    private Set<String> handed(ProcessModel called) {
        var known = handed.get(called.id());
        if (known == null) {
            handed.put(called.id(), reads.in(called));
            known = Stream.of(reads.opening(called), new LiveVariables(called, Set.of(), in(called)).atStart())
                    .flatMap(Set::stream)
                    .collect(Collectors.toSet());
            handed.put(called.id(), known);
        }
        return known;
    }
}
