package org.tandem.process.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandem.process.model.file.Behaviour;
import org.tandem.process.model.file.Behaviour.Boundary;
import org.tandem.process.model.file.Behaviour.Start;
import org.tandem.process.model.file.Behaviour.Trigger;
import org.tandem.process.model.file.Node;
import org.tandem.process.model.flow.Finding;
import org.tandem.process.model.flow.Place;
import org.tandem.process.model.flow.StateGraph;
import org.tandem.process.model.flow.Vocabulary;

/**
 * The third rule. Wherever a reachable state waits for a message or for the AI, a timer ends the waiting: its own, one behind the same
 * event-based gateway, or an interrupting one of a scope around it. A user task has a timer of its own, interrupting or not, that
 * watches the service level. And the process never gets stuck at a join or a gateway.
 */
final class NoWaitingForEver {

    private final StateGraph graph;

    NoWaitingForEver(StateGraph graph) {
        this.graph = graph;
    }

    List<Violation> violations() {
        var violations = new ArrayList<Violation>();
        Set<Place> places = new LinkedHashSet<>();
        graph.states().forEach(state -> places.addAll(state.active()));
        for (var place : places) {
            if (waitsForEver(place)) {
                violations.add(endless(place));
            }
        }
        for (var seen : graph.findings()) {
            switch (seen.finding()) {
                case Finding.Stuck stuck ->
                    violations.add(Violation.at(
                            stuck.at(),
                            Rule.NO_WAITING_FOR_EVER,
                            "the process gets stuck here, after " + Words.way(graph.wayTo(seen.before())),
                            "Let every incoming flow of a parallel gateway be reached, or use an exclusive gateway"));
                case Finding.NoWayOn gateway ->
                    violations.add(Violation.at(
                            gateway.at(),
                            Rule.NO_WAITING_FOR_EVER,
                            "it can be that none of the conditions holds, and the process gets stuck",
                            "Make one of the flows the default flow"));
                default -> {}
            }
        }
        return violations;
    }

    private static boolean waitsForEver(Place place) {
        return switch (place.behaviour()) {
            case Behaviour.UserTask task -> !isTimed(place, false) && !isTimedAround(place);
            case Behaviour.Catch event ->
                !(event.trigger() instanceof Trigger.Timer) && !isTimed(place, true) && !isTimedAround(place);
            case Behaviour.EventGateway gateway -> !hasTimerBehind(place) && !isTimedAround(place);
            case Behaviour.Job job ->
                job.type().constant().filter(Vocabulary::isSlowAiStep).isPresent()
                        && !isTimed(place, true)
                        && !isTimedAround(place);
            default -> false;
        };
    }

    private static boolean isTimed(Place place, boolean interrupting) {
        return place.frame().process().boundariesOf(place.node()).stream()
                .anyMatch(event -> event.behaviour() instanceof Boundary boundary
                        && boundary.trigger() instanceof Trigger.Timer
                        && (boundary.interrupting() || !interrupting));
    }

    private static boolean isTimedAround(Place place) {
        for (var scope = place.enclosing(); scope != null; scope = scope.enclosing()) {
            if (isTimed(scope, true)
                    || hasTimedEventSubProcess(scope.frame().process().eventStartsOf(scope.node()))) {
                return true;
            }
        }
        for (var frame = place.frame(); frame != null; frame = callerOf(frame.caller())) {
            if (hasTimedEventSubProcess(frame.process().eventStartsOf(null))) {
                return true;
            }
        }
        return false;
    }

    private static org.tandem.process.model.flow.@Nullable Frame callerOf(@Nullable Place caller) {
        return caller == null ? null : caller.frame();
    }

    private static boolean hasTimedEventSubProcess(List<Node> starts) {
        return starts.stream()
                .anyMatch(event -> event.behaviour() instanceof Start start
                        && start.interrupting()
                        && start.trigger() instanceof Trigger.Timer);
    }

    private static boolean hasTimerBehind(Place gateway) {
        return gateway.node().outgoing().stream()
                .map(flow -> gateway.frame().process().node(flow.target()))
                .anyMatch(event -> event.behaviour() instanceof Behaviour.Catch waiting
                        && waiting.trigger() instanceof Trigger.Timer);
    }

    private static Violation endless(Place place) {
        return switch (place.behaviour()) {
            case Behaviour.UserTask task ->
                Violation.at(
                        place,
                        Rule.NO_WAITING_FOR_EVER,
                        "nobody notices when this task is not done in time",
                        "Put a timer boundary event for the service level on it");
            case Behaviour.EventGateway gateway ->
                Violation.at(
                        place,
                        Rule.NO_WAITING_FOR_EVER,
                        "the process waits for ever if none of the events comes",
                        "Add a timer event behind this gateway");
            case Behaviour.Job job ->
                Violation.at(
                        place,
                        Rule.NO_WAITING_FOR_EVER,
                        "the customer waits for ever if the AI does not answer",
                        "Put an interrupting timer boundary event on it");
            default ->
                Violation.at(
                        place,
                        Rule.NO_WAITING_FOR_EVER,
                        "the process waits for ever if the message does not come",
                        "Use an event-based gateway with a timer, or put an interrupting timer boundary event around it");
        };
    }
}
