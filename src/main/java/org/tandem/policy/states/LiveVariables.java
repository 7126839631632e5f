package org.tandem.policy.states;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.ProcessModel;
import org.tandem.policy.states.Uses.Use;

/**
 * The variables of one running process that something may still read before they are written again: live-variable analysis as
 * compilers do it (Aho, Lam, Sethi, Ullman: Compilers, 9.2.5), backwards along the sequence flows until nothing changes any more.
 */
final class LiveVariables {

    private final ProcessModel process;
    private final Set<String> taken;
    private final Map<String, Use> uses;
    private final Set<Node> beside;
    private final Map<String, Set<String>> coming = new HashMap<>();
    private final Map<String, Set<String>> going = new HashMap<>();

    /** @param taken the variables that whoever called the process takes from it when it has ended */
    LiveVariables(ProcessModel process, Set<String> taken, Map<String, Use> uses) {
        this.process = process;
        this.taken = taken;
        this.uses = uses;
        this.beside = Beside.in(process);
        var backwards = List.copyOf(process.nodes().values()).reversed();
        var changes = true;
        while (changes) {
            changes = false;
            for (var node : backwards) {
                changes |= update(going, node, goes(node));
                changes |= update(coming, node, comes(node));
            }
        }
    }

    /** While this node is active, with something running inside it or not. */
    Set<String> at(Node node, boolean running) {
        return running ? atEventsOf(node) : union(Stream.of(going(node), atEventsOf(node)));
    }

    /** Once this node has ended. */
    Set<String> after(Node node) {
        if (!node.outgoing().isEmpty()) {
            return union(node.outgoing().stream().map(flow -> coming(process.node(flow.target()))));
        }
        var around = process.parentOf(node);
        if (around != null) {
            return going(around);
        }
        return beside.contains(node) ? Set.of() : taken;
    }

    /** Whether a token at this node runs beside another one, which sees to it what the caller takes as long as it is there. */
    boolean isBeside(Node node) {
        return beside.contains(node);
    }

    /** At the event sub-processes of the process itself. */
    Set<String> atEvents() {
        return union(process.eventStartsOf(null).stream().map(this::going));
    }

    /** When it begins by being called. */
    Set<String> atStart() {
        var starts = process.startsOf(null).stream()
                .filter(start -> start.behaviour() instanceof Behaviour.Start event && event.trigger() == null);
        return union(Stream.concat(Stream.of(atEvents()), starts.map(this::coming)));
    }

    /** When everything in it has ended. */
    Set<String> atEnd() {
        return taken;
    }

    private Set<String> goes(Node node) {
        if (node.behaviour() instanceof Behaviour.EventGateway) {
            return union(Reads.behind(process, node).map(this::going));
        }
        var goes = new HashSet<>(after(node));
        goes.removeAll(use(node).written());
        goes.addAll(use(node).going());
        return goes;
    }

    private Set<String> comes(Node node) {
        var starts = process.startsOf(node);
        return union(Stream.of(
                use(node).coming(),
                atEventsOf(node),
                starts.isEmpty() ? going(node) : union(starts.stream().map(this::coming))));
    }

    /** Events can take the token away from a node at any time. */
    private Set<String> atEventsOf(Node node) {
        return union(Stream.concat(process.boundariesOf(node).stream(), process.eventStartsOf(node).stream())
                .map(this::going));
    }

    private Use use(Node node) {
        return Objects.requireNonNull(uses.get(node.id()));
    }

    private static boolean update(Map<String, Set<String>> sets, Node node, Set<String> set) {
        return !set.equals(sets.put(node.id(), set));
    }

    private Set<String> coming(Node node) {
        return coming.getOrDefault(node.id(), Set.of());
    }

    private Set<String> going(Node node) {
        return going.getOrDefault(node.id(), Set.of());
    }

    private static Set<String> union(Stream<Set<String>> sets) {
        return sets.flatMap(Set::stream).collect(Collectors.toSet());
    }
}
