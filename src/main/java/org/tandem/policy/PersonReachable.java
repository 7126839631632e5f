package org.tandem.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Node;
import org.tandem.policy.states.Finding;
import org.tandem.policy.states.Place;
import org.tandem.policy.states.RequestPaths;
import org.tandem.policy.states.State;
import org.tandem.policy.states.StateGraph;
import org.tandem.policy.states.Step;
import org.tandem.policy.states.Vocabulary;

/**
 * The first rule. An inquiry is <em>open</em> from its start message until its outcome or withdrawal is recorded, and a person
 * <em>has</em> it while a user task is active whose form asks for the reply. In every reachable state in which it is open and no
 * person has it:
 *
 * <ul>
 *   <li>If {@code person-requested} is heard, by an enclosing scope or behind an event-based gateway, with the current conversation
 *       key, then everything else stops and every way from there leads to a person before any AI step and without resting
 *       ({@link RequestPaths}).
 *   <li>If it is not heard, the process must not rest there on the customer or on a timer, nor may an AI step be running, which can
 *       take long. Only jobs of ours may run. They are short, the message is buffered meanwhile, and all states that follow are
 *       checked like this one; one of them must hear it, be a person's, or be the end.
 *   <li>The process does not end.
 * </ul>
 *
 * The same holds for the other two ways in which the process learns that the customer waits for a person: a job that reports
 * {@code cameBack}, because a message sent before that job began carries an older key and is not heard any more; and the start by
 * {@code inquiry-reopened}.
 *
 * <p>What is taken for granted: workers finish or fail visibly, the case file reports {@code cameBack} truthfully, and a request that
 * comes after the outcome was recorded starts the process anew.
 */
final class PersonReachable {

    private static final String LEAD_TO_PERSON =
            "Lead every way from here to a person, past no AI step and no further waiting";

    private final StateGraph graph;
    private final RequestPaths paths;
    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> complained = new HashSet<>();
    private final Map<Place, Set<Place>> unheard = new LinkedHashMap<>();

    PersonReachable(StateGraph graph) {
        this.graph = graph;
        this.paths = new RequestPaths(graph);
    }

    List<Violation> violations() {
        if (Vocabulary.INQUIRY_REOPENED.equals(graph.startMessage())) {
            paths.failure(graph.initial())
                    .ifPresent(failure -> add(
                            graph.file(),
                            graph.start(),
                            "a customer who opens the case again does not get a person: " + failure,
                            LEAD_TO_PERSON));
        }
        for (var seen : graph.findings()) {
            if (seen.finding() instanceof Finding.GoesOn event) {
                add(
                        event.at(),
                        "what goes on when a customer asks for a person is not stopped here",
                        "Make this event an interrupting one");
            }
        }
        if (violations.isEmpty()) {
            everyState();
        }
        unheard.forEach(this::unheard);
        return violations;
    }

    /** In the order in which states are reached, and not beyond what is broken already: that would only repeat it. */
    private void everyState() {
        Set<State> seen = new HashSet<>();
        Deque<State> open = new ArrayDeque<>(List.of(graph.initial()));
        while (!open.isEmpty()) {
            var state = open.remove();
            if (seen.add(state)) {
                inState(state);
                for (var step : graph.stepsFrom(state)) {
                    if (leadsToPersonIfAsked(state, step)) {
                        open.add(step.to());
                        endsOpen(state, step);
                    }
                }
            }
        }
    }

    private void inState(State state) {
        if (state.closed() || state.ended() || graph.isPassing(state) || RequestPaths.personHasIt(state)) {
            return;
        }
        if (graph.stepsFrom(state).stream().noneMatch(step -> step.hears(Vocabulary.PERSON_REQUESTED))) {
            RequestPaths.restingPlaces(state)
                    .forEach(place -> unheard.computeIfAbsent(scopeToHearIn(place), scope -> new LinkedHashSet<>())
                            .add(place));
        }
    }

    private boolean leadsToPersonIfAsked(State state, Step step) {
        var cameBack = step.cause() instanceof Step.Cause.CameBack;
        if (!cameBack && (!step.hears(Vocabulary.PERSON_REQUESTED) || state.closed())) {
            return true;
        }
        var failure = paths.failure(step.to());
        failure.ifPresent(how -> add(
                step.at(),
                cameBack
                        ? "a customer who came back before or during this step does not get a person: " + how
                        : "a customer who asks for a person here does not get one: " + how,
                LEAD_TO_PERSON));
        return failure.isEmpty();
    }

    private void endsOpen(State state, Step last) {
        if (last.to().ended() && !last.to().closed()) {
            add(
                    last.at(),
                    "the process ends, after %s, without a record of how, and hears no customer who then asks for a person"
                            .formatted(Words.way(graph.wayTo(state, last))),
                    "Lead this way to a person, or record the outcome or the withdrawal before the end");
        }
    }

    private void add(Place at, String message, String remedy) {
        add(at.file(), at.node(), message, remedy);
    }

    /** One complaint for each element is enough, the nearest. */
    private void add(String file, Node node, String message, String remedy) {
        if (complained.add(file + " " + node.id())) {
            violations.add(Violation.at(file, node, Rule.PERSON_REACHABLE, message, remedy));
        }
    }

    /** The embedded sub-process around a place, on which one boundary event would be enough; else the place itself. */
    private static Place scopeToHearIn(Place place) {
        var scope = place;
        for (var outer = place.enclosing();
                outer != null && outer.frame() == place.frame();
                outer = outer.enclosing()) {
            if (outer.behaviour() instanceof Behaviour.SubProcess sub && !sub.triggeredByEvent()) {
                scope = outer;
            }
        }
        return scope;
    }

    private void unheard(Place scope, Set<Place> places) {
        var hearIt = scope.behaviour() instanceof Behaviour.EventGateway
                ? "Add a message event \"%s\" behind %s"
                : "Put an interrupting message boundary event \"%s\" on %s";
        add(
                scope,
                "a customer who asks for a person while the process is at %s is not heard"
                        .formatted(Words.names(places)),
                (hearIt + " (correlation key =%s, as it is by then) and lead it to a person")
                        .formatted(Vocabulary.PERSON_REQUESTED, scope, Vocabulary.CONVERSATION_KEY));
    }
}
