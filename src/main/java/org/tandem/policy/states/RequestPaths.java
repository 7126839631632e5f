package org.tandem.policy.states;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour;

/**
 * Where the ways lead once the customer waits for a person. All of them have to reach a state in which a person has the inquiry, or
 * the end of a case that was closed meanwhile (the customer withdrew, say). On the way no AI step may run, and the process may not
 * rest: at least one of our own jobs is running or something passes at once. A way may go round, as long as it can leave.
 */
public final class RequestPaths {

    private final StateGraph graph;
    private final Map<State, Optional<String>> failures = new HashMap<>();

    public RequestPaths(StateGraph graph) {
        this.graph = graph;
    }

    /** How a way from this state fails to lead to a person, as the rest of a sentence; nothing if none does. */
    public Optional<String> failure(State from) {
        return failures.computeIfAbsent(from, this::explore);
    }

    private Optional<String> explore(State from) {
        Set<State> seen = new LinkedHashSet<>();
        Set<State> arrived = new HashSet<>();
        Map<State, List<State>> before = new HashMap<>();
        Map<State, Place> last = new HashMap<>();
        Deque<State> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            var state = open.remove();
            if (!seen.add(state)) {
                continue;
            }
            if (personHasIt(state) || state.ended() && state.closed()) {
                arrived.add(state);
                continue;
            }
            var wrong = wrongAt(state, last.get(state));
            if (wrong.isPresent()) {
                return wrong;
            }
            for (var step : graph.stepsFrom(state)) {
                before.computeIfAbsent(step.to(), s -> new ArrayList<>()).add(state);
                last.putIfAbsent(step.to(), step.at());
                open.add(step.to());
            }
        }
        return arrivesFrom(seen, arrived, before) ? Optional.empty() : Optional.of("the process goes round for ever");
    }

    private static boolean arrivesFrom(Set<State> seen, Set<State> arrived, Map<State, List<State>> before) {
        Set<State> good = new HashSet<>();
        Deque<State> open = new ArrayDeque<>(arrived);
        while (!open.isEmpty()) {
            var state = open.remove();
            if (good.add(state)) {
                open.addAll(before.getOrDefault(state, List.of()));
            }
        }
        return good.containsAll(seen);
    }

    private Optional<String> wrongAt(State state, @Nullable Place last) {
        if (state.ended()) {
            return Optional.of(last == null ? "the process ends" : "the process ends with " + last);
        }
        var ai = state.active().stream().filter(RequestPaths::isAiStep).findFirst();
        if (ai.isPresent()) {
            return Optional.of("the AI step %s comes first".formatted(ai.get()));
        }
        var resting = graph.isPassing(state) ? List.<Place>of() : restingPlaces(state);
        return resting.stream().findFirst().map(place -> "the process waits at %s first".formatted(place));
    }

    /** A person has the inquiry: a user task is active whose form asks for the reply. */
    public static boolean personHasIt(State state) {
        return state.active().stream().anyMatch(Place::isForThePersonWhoAnswers);
    }

    /**
     * Where a state rests: its AI steps, because they may take long; and where the process waits for the customer or for time to
     * pass, if nothing else moves it on.
     */
    public static List<Place> restingPlaces(State state) {
        var ai = state.active().stream().filter(RequestPaths::isAiStep).toList();
        var moves = state.active().stream().anyMatch(place -> !isContainer(place) && !waits(place));
        return !ai.isEmpty() || moves
                ? ai
                : state.active().stream().filter(RequestPaths::waits).toList();
    }

    private static boolean isContainer(Place place) {
        return place.behaviour() instanceof Behaviour.SubProcess || place.behaviour() instanceof Behaviour.Call;
    }

    private static boolean waits(Place place) {
        return place.behaviour() instanceof Behaviour.Catch
                || place.behaviour() instanceof Behaviour.EventGateway
                || place.behaviour() instanceof Behaviour.UserTask
                || place.arrivedBy() != null;
    }

    private static boolean isAiStep(Place place) {
        return place.behaviour() instanceof Behaviour.Job job
                && job.type().constant().filter(Vocabulary::isAiStep).isPresent();
    }
}
