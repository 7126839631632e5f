package org.tandem.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tandem.policy.states.Finding;
import org.tandem.policy.states.Finding.Seen;
import org.tandem.policy.states.Place;
import org.tandem.policy.states.RequestPaths;
import org.tandem.policy.states.State;
import org.tandem.policy.states.StateGraph;
import org.tandem.policy.states.Step;
import org.tandem.policy.states.Vocabulary;

/**
 * The sixth rule. From no reachable state in which a person has the inquiry does any way lead to the job that sends the AI's text, nor does
 * it run beside such a person. The AI only gets the inquiry back, in a process of its own, by the job that hands it back, and that is not
 * reached unless the choice is certain; {@link HandBackChosen} says that it is a person's.
 */
final class NoAiAfterPerson {

    private final StateGraph graph;
    private final Map<State, Came> came = new HashMap<>();

    NoAiAfterPerson(StateGraph graph) {
        this.graph = graph;
    }

    private record Came(State from, Step by) {}

    List<Violation> violations() {
        Map<Place, State> sends = new LinkedHashMap<>();
        var withPerson =
                graph.states().stream().filter(RequestPaths::personHasIt).toList();
        Set<State> seen = new HashSet<>(withPerson);
        Deque<State> open = new ArrayDeque<>(withPerson);
        while (!open.isEmpty()) {
            var state = open.remove();
            state.active().stream().filter(Place::sendsAiText).forEach(place -> sends.putIfAbsent(place, state));
            for (var step : graph.stepsFrom(state)) {
                if (seen.add(step.to())) {
                    came.put(step.to(), new Came(state, step));
                    open.add(step.to());
                }
            }
        }
        return Stream.concat(
                        sends.entrySet().stream().map(send -> violation(send.getKey(), way(send.getValue()))),
                        graph.findings().stream()
                                .filter(found -> found.finding() instanceof Finding.NotChosen)
                                .map(this::notChosen))
                .toList();
    }

    private Violation notChosen(Seen seen) {
        return Violation.at(
                seen.finding().at(),
                Rule.NO_AI_AFTER_PERSON,
                "a case can be handed back to the AI although nobody chose so, after %s"
                        .formatted(Words.way(graph.wayTo(seen.before()))),
                "Let only a flow with the condition =%s = true lead here".formatted(Vocabulary.HAND_BACK));
    }

    /** The names of the elements since a person had it. */
    private List<String> way(State to) {
        var way = new ArrayList<String>();
        for (var last = came.get(to); last != null; last = came.get(last.from())) {
            var name = last.by().at().node().name();
            if (!name.isBlank()) {
                way.addFirst(name);
            }
        }
        return way;
    }

    private static Violation violation(Place place, List<String> way) {
        return Violation.at(
                place,
                Rule.NO_AI_AFTER_PERSON,
                way.isEmpty()
                        ? "AI text can go out while a person has the inquiry"
                        : "AI text can go out although a person has had the inquiry, after %s"
                                .formatted(Words.way(way)),
                "Let no way from the task in which a person answers lead to the AI");
    }
}
