package org.tandem.policy.states;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Library;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.ProcessModel;
import org.tandem.policy.states.Finding.Seen;

/**
 * Every state that can be reached from one start event, with the steps between them. Exploring claims nothing that might be wrong:
 * what is not certain (an answer of a worker, the moment of a message) is explored both ways.
 */
public final class StateGraph {

    private static final int TOO_MANY = 300_000;

    private final Map<State, List<Step>> steps = new LinkedHashMap<>();
    private final Set<State> passed = new HashSet<>();
    private final Map<State, Came> cameFrom = new HashMap<>();
    private final String file;
    private final Node start;
    private final State initial;
    private final Findings noted = new Findings();

    private record Came(State from, Step by) {}

    private StateGraph(Library library, Capabilities capabilities, ProcessModel process, Node start) {
        this.file = process.file();
        this.start = start;
        var tokens = new Tokens(library, capabilities, noted);
        var passing = new Passing(tokens);
        var happenings = new Happenings(tokens);
        var forgetting = new Forgetting(library, capabilities, tokens.reads());
        noted.expanding(null);
        initial = forgetting.in(tokens.start(new Frame(process, null), start));
        Deque<State> open = new ArrayDeque<>(List.of(initial));
        while (!open.isEmpty() && steps.size() < TOO_MANY) {
            var state = open.remove();
            if (steps.containsKey(state)) {
                continue;
            }
            noted.expanding(state);
            var passes = passing.from(state);
            if (passes.isPresent()) {
                passed.add(state);
            }
            var next = passes.orElseGet(() -> happenings.in(state)).stream()
                    .map(forgetting::in)
                    .toList();
            steps.put(state, next);
            for (var step : next) {
                cameFrom.putIfAbsent(step.to(), new Came(state, step));
                open.add(step.to());
            }
        }
        if (!open.isEmpty()) {
            noted.add(new Finding.Unfollowable(
                    tokens.places().at(new Frame(process, null), start), "leads to more states than can be checked"));
        }
    }

    /** Explores everything that can happen after this start event. */
    public static StateGraph of(Library library, Capabilities capabilities, ProcessModel process, Node start) {
        return new StateGraph(library, capabilities, process, start);
    }

    /** The message that starts it, if a message does. */
    public @Nullable String startMessage() {
        return Subscriptions.trigger(start) instanceof Behaviour.Trigger.Message message
                ? message.name().text()
                : null;
    }

    /** The start event is one by which an inquiry enters. */
    public boolean isAboutAnInquiry() {
        var message = startMessage();
        return message != null && Vocabulary.opensInquiry(message);
    }

    /** The file of the process that is started. */
    public String file() {
        return file;
    }

    public Node start() {
        return start;
    }

    public State initial() {
        return initial;
    }

    public Collection<State> states() {
        return steps.keySet();
    }

    /** Something happens at once in this state, nobody ever finds the process in it. */
    public boolean isPassing(State state) {
        return passed.contains(state);
    }

    public List<Step> stepsFrom(State state) {
        return steps.getOrDefault(state, List.of());
    }

    public List<Seen> findings() {
        return noted.all();
    }

    /** Variables that mappings read although none of these graphs has a way on which they are written, each in its graph. */
    public static Map<StateGraph, List<Seen>> neverWritten(Collection<StateGraph> graphs) {
        Set<Findings.Copy> present = new HashSet<>();
        graphs.forEach(graph -> present.addAll(graph.noted.copiedPresent()));
        Map<StateGraph, List<Seen>> never = new LinkedHashMap<>();
        for (var graph : graphs) {
            var absent = new LinkedHashMap<>(graph.noted.copiedAbsent());
            absent.keySet().removeAll(present);
            never.put(graph, List.copyOf(absent.values()));
        }
        return never;
    }

    /** The names of the elements on a shortest way to a state. */
    public List<String> wayTo(@Nullable State state) {
        var way = new ArrayList<String>();
        for (var at = state; at != null && !at.equals(initial); ) {
            var came = cameFrom.get(at);
            if (came == null) {
                break;
            }
            name(came.by()).ifPresent(way::addFirst);
            at = came.from();
        }
        way.addFirst(start.label());
        return way;
    }

    /** The names of the elements on a shortest way to a state, and on with one step more. */
    public List<String> wayTo(State from, Step last) {
        var way = wayTo(from);
        name(last).ifPresent(way::add);
        return way;
    }

    private static Optional<String> name(Step step) {
        return Optional.of(step.at().node().name()).filter(name -> !name.isBlank());
    }
}
