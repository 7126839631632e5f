package org.tandem.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tandem.bpmn.Behaviour;
import org.tandem.policy.states.Finding;
import org.tandem.policy.states.Place;
import org.tandem.policy.states.State;
import org.tandem.policy.states.StateGraph;

/**
 * The ground that the other rules stand on: every way can be followed, and none breaks off at a gateway or with an error that nobody
 * catches. What cannot be followed cannot be proven, so it is refused.
 */
final class WaysLeadOn {

    private final StateGraph graph;
    private final List<Violation> violations = new ArrayList<>();

    WaysLeadOn(StateGraph graph) {
        this.graph = graph;
    }

    List<Violation> violations() {
        for (var seen : graph.findings()) {
            switch (seen.finding()) {
                case Finding.Unfollowable way ->
                    add(way.at(), Rule.FOLLOWABLE, way.what(), "Model it so that there is only one of it at a time");
                case Finding.Uncaught error ->
                    add(
                            error.at(),
                            Rule.FOLLOWABLE,
                            "throws the error %s, which nothing catches, so the case would stop with an incident"
                                    .formatted(error.code()),
                            "Put an error boundary event \"%s\" on it or on a sub-process around it and lead it to a person"
                                    .formatted(error.code()));
                case Finding.NoWayOn gateway ->
                    add(
                            gateway.at(),
                            Rule.NO_WAITING_FOR_EVER,
                            "it can be that none of the conditions holds, and the process gets stuck",
                            "Make one of the flows the default flow");
                default -> {}
            }
        }
        Map<Place, State> halfJoined = new LinkedHashMap<>();
        for (var state : graph.states()) {
            if (!graph.isPassing(state)) {
                waitingInVain(state).forEach(join -> halfJoined.putIfAbsent(join, state));
            }
        }
        halfJoined.forEach((join, state) -> add(
                join,
                Rule.NO_WAITING_FOR_EVER,
                "the process gets stuck, because not every way into this gateway is taken, after "
                        + Words.way(graph.wayTo(state)),
                "Use an exclusive gateway here, or let every way arrive"));
        return violations;
    }

    /** Tokens before a parallel gateway while there is no other token in the same scope that might still join them. */
    private static List<Place> waitingInVain(State state) {
        return state.active().stream()
                .filter(place -> place.behaviour() instanceof Behaviour.Parallel)
                .filter(join ->
                        state.active().stream().noneMatch(other -> other.isBeside(join) && other.node() != join.node()))
                .toList();
    }

    private void add(Place at, Rule rule, String message, String remedy) {
        violations.add(Violation.at(at, rule, message, remedy));
    }
}
