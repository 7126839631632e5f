package org.tandem.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Behaviour.Boundary;
import org.tandem.policy.states.Place;
import org.tandem.policy.states.State;
import org.tandem.policy.states.StateGraph;
import org.tandem.policy.states.Step;
import org.tandem.policy.states.Vocabulary;

/**
 * The third rule. In every reachable state that waits for a message or for the AI, a timer can run out that ends the waiting: its own,
 * one behind the same event-based gateway, or an interrupting one of a scope around it. A user task has at least a timer of its own,
 * interrupting or not, that watches the service level. (That it never gets stuck at a gateway is seen to by {@link WaysLeadOn}.)
 */
final class NoWaitingForEver {

    private final StateGraph graph;

    NoWaitingForEver(StateGraph graph) {
        this.graph = graph;
    }

    List<Violation> violations() {
        Set<Place> endless = new LinkedHashSet<>();
        for (var state : graph.states()) {
            if (!graph.isPassing(state)) {
                state.active().stream()
                        .filter(place -> waitsForEver(place, state))
                        .forEach(endless::add);
            }
        }
        return endless.stream().map(NoWaitingForEver::endless).toList();
    }

    private boolean waitsForEver(Place place, State state) {
        return switch (place.behaviour()) {
            case Behaviour.UserTask task -> !isEndedByTimer(place, state) && !isWatched(place, state);
            case Behaviour.Catch event -> !isEndedByTimer(place, state);
            case Behaviour.EventGateway gateway -> !isEndedByTimer(place, state);
            case Behaviour.Job job ->
                job.type().constant().filter(Vocabulary::isSlowAiStep).isPresent() && !isEndedByTimer(place, state);
            default -> false;
        };
    }

    private boolean isEndedByTimer(Place place, State state) {
        return graph.stepsFrom(state).stream()
                .anyMatch(step -> step.cause() instanceof Step.Cause.TimedOut
                        && !step.to().active().contains(place));
    }

    private boolean isWatched(Place task, State state) {
        return graph.stepsFrom(state).stream()
                .anyMatch(step -> step.cause() instanceof Step.Cause.TimedOut
                        && step.at().frame() == task.frame()
                        && step.at().behaviour() instanceof Boundary boundary
                        && boundary.attachedTo().equals(task.node().id()));
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
