package org.tandem.policy.states;

import java.util.HashSet;
import java.util.Set;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Behaviour.Boundary;
import org.tandem.bpmn.Behaviour.Start;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.ProcessModel;
import org.tandem.policy.states.Capabilities.Worker;

/**
 * Finds the nodes of a process that are only reached by events that interrupt nothing, never wait, and write nothing that anything
 * depends on: to inform a team lead, say. When exactly they are done cannot matter, so they are taken to be done at once, and the
 * states in which they are still going on need not be looked at.
 */
final class SideTracks {

    private final ProcessModel process;
    private final Capabilities capabilities;
    private final Set<String> decisive;

    /** @param decisive the variables that some condition depends on */
    SideTracks(ProcessModel process, Capabilities capabilities, Set<String> decisive) {
        this.process = process;
        this.capabilities = capabilities;
        this.decisive = decisive;
    }

    Set<String> nodes() {
        var nodes = new HashSet<String>();
        process.nodes().values().stream().filter(SideTracks::interruptsNothing).forEach(event -> follow(event, nodes));
        while (nodes.removeIf(id -> !staysAside(process.node(id), nodes))) {
            // removing one may make another one reachable from elsewhere
        }
        return nodes;
    }

    private void follow(Node from, Set<String> nodes) {
        for (var flow : from.outgoing()) {
            if (nodes.add(flow.target())) {
                follow(process.node(flow.target()), nodes);
            }
        }
    }

    private boolean staysAside(Node node, Set<String> nodes) {
        return isHarmless(node)
                && process.boundariesOf(node).isEmpty()
                && node.outgoing().stream().allMatch(flow -> nodes.contains(flow.target()))
                && process.nodes().values().stream()
                        .filter(other -> !nodes.contains(other.id()) && !interruptsNothing(other))
                        .flatMap(other -> other.outgoing().stream())
                        .noneMatch(flow -> flow.target().equals(node.id()));
    }

    private boolean isHarmless(Node node) {
        return switch (node.behaviour()) {
            case Behaviour.Job job ->
                job.type()
                        .constant()
                        .flatMap(capabilities::worker)
                        .filter(this::isHarmless)
                        .isPresent();
            case Behaviour.Pass pass -> true;
            case Behaviour.End end -> true;
            case Behaviour.Exclusive gateway -> true;
            default -> false;
        };
    }

    private boolean isHarmless(Worker worker) {
        return worker.errors().isEmpty()
                && !Vocabulary.isAiStep(worker.type())
                && !Vocabulary.CLOSING_JOBS.contains(worker.type())
                && worker.writes().stream()
                        .map(Vocabulary::variable)
                        .noneMatch(name -> decisive.contains(name)
                                || name.equals(Vocabulary.CAME_BACK)
                                || name.equals(Vocabulary.CONVERSATION_KEY)
                                || name.equals(Vocabulary.GATE_VARIABLE));
    }

    private static boolean interruptsNothing(Node node) {
        return node.behaviour() instanceof Boundary boundary && !boundary.interrupting()
                || node.behaviour() instanceof Start start && start.trigger() != null && !start.interrupting();
    }
}
