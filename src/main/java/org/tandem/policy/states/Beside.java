package org.tandem.policy.states;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.ProcessModel;

/** The nodes to which only events lead that interrupt nothing: what runs there runs beside that which it left running. */
final class Beside {

    private final ProcessModel process;

    private Beside(ProcessModel process) {
        this.process = process;
    }

    static Set<Node> in(ProcessModel process) {
        var nodes = new Beside(process);
        var starts = nodes.events().filter(Beside::leavesRunning);
        var beside = nodes.behind(starts, event -> true);
        var begin = Stream.concat(
                process.startsOf(null).stream(),
                process.eventStartsOf(null).stream().filter(event -> !leavesRunning(event)));
        beside.removeAll(nodes.behind(begin, event -> !leavesRunning(event)));
        return beside;
    }

    private Stream<Node> events() {
        return Stream.concat(
                process.eventStartsOf(null).stream(),
                process.nodes().values().stream().flatMap(this::eventsOf));
    }

    private Stream<Node> eventsOf(Node node) {
        return Stream.concat(process.boundariesOf(node).stream(), process.eventStartsOf(node).stream());
    }

    private Set<Node> behind(Stream<Node> nodes, Predicate<Node> follow) {
        var found = new HashSet<Node>();
        nodes.forEach(node -> collect(node, follow, found));
        return found;
    }

    private void collect(Node node, Predicate<Node> follow, Set<Node> found) {
        if (!found.add(node)) {
            return;
        }
        var around = process.parentOf(node);
        if (around != null && around.behaviour() instanceof Behaviour.SubProcess sub && sub.triggeredByEvent()) {
            found.add(around);
        }
        node.outgoing().forEach(flow -> collect(process.node(flow.target()), follow, found));
        process.startsOf(node).forEach(start -> collect(start, follow, found));
        eventsOf(node).filter(follow).forEach(event -> collect(event, follow, found));
    }

    private static boolean leavesRunning(Node event) {
        return switch (event.behaviour()) {
            case Behaviour.Boundary boundary -> !boundary.interrupting();
            case Behaviour.Start start -> !start.interrupting();
            default -> false;
        };
    }
}
