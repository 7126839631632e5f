package org.tandem.process.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandem.process.model.file.Behaviour;
import org.tandem.process.model.flow.Place;
import org.tandem.process.model.flow.RequestPaths;
import org.tandem.process.model.flow.State;
import org.tandem.process.model.flow.StateGraph;
import org.tandem.process.model.flow.Step;
import org.tandem.process.model.flow.Vocabulary;

/**
 * The first rule. An inquiry is <em>open</em> from its start message until its outcome or withdrawal is recorded, and a person
 * <em>has</em> it while a user task is active whose form asks for the reply. In every reachable state in which it is open and no
 * person has it:
 *
 * <ul>
 *   <li>If {@code person-requested} is heard, by an enclosing scope or behind an event-based gateway, with the current conversation
 *       key, then every way from there leads to a person before any AI step and without resting ({@link RequestPaths}).
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

    private static final String HEAR_IT =
            "Put an interrupting message boundary event \"%s\" on %s and lead it to a person"
                    .formatted(Vocabulary.PERSON_REQUESTED, "%s");
    private static final String HEAR_IT_HERE =
            "Add a message event \"%s\" behind %s and lead it to a person".formatted(Vocabulary.PERSON_REQUESTED, "%s");

    private final StateGraph graph;
    private final RequestPaths paths;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<Place, Set<Place>> unheard = new LinkedHashMap<>();

    PersonReachable(StateGraph graph) {
        this.graph = graph;
        this.paths = new RequestPaths(graph);
    }

    List<Violation> violations() {
        for (var state : graph.states()) {
            inState(state);
            graph.stepsFrom(state).stream()
                    .filter(step -> step.cause() instanceof Step.Cause.CameBack)
                    .forEach(step -> leadsToPerson(step, "a customer who came back before or during"));
        }
        if (Vocabulary.INQUIRY_REOPENED.equals(graph.startMessage())) {
            paths.failure(graph.initial())
                    .ifPresent(failure -> violations.add(new Violation(
                            graph.file(),
                            new Violation.Element(
                                    graph.start().id(), graph.start().name()),
                            Rule.PERSON_REACHABLE,
                            "a customer who opens the case again does not get a person, " + failure,
                            "Lead every way from here to a person")));
        }
        unheard.forEach((scope, places) -> violations.add(unheard(scope, places)));
        return violations;
    }

    private void inState(State state) {
        if (state.closed() || graph.isPassing(state) || RequestPaths.personHasIt(state)) {
            return;
        }
        if (state.ended()) {
            endsOpen(state);
            return;
        }
        var handlers = graph.stepsFrom(state).stream()
                .filter(step -> step.hears(Vocabulary.PERSON_REQUESTED))
                .toList();
        handlers.forEach(step -> leadsToPerson(step, "a customer who asks for a person at"));
        if (handlers.isEmpty()) {
            RequestPaths.restingPlaces(state)
                    .forEach(place -> unheard.computeIfAbsent(scopeToHearIn(place), scope -> new LinkedHashSet<>())
                            .add(place));
        }
    }

    private void leadsToPerson(Step step, String who) {
        paths.failure(step.to())
                .ifPresent(failure -> violations.add(Violation.at(
                        step.at(),
                        Rule.PERSON_REACHABLE,
                        "%s %s does not get one, %s".formatted(who, step.at(), failure),
                        "Lead every way from here to a person, past no AI step and no further waiting")));
    }

    private void endsOpen(State state) {
        var way = graph.wayTo(state);
        var last = graph.lastStepTo(state);
        var at = last == null ? null : last.at();
        var message =
                "the process ends after %s without recording how, so a customer who then asks for a person is not heard"
                        .formatted(Words.way(way));
        var remedy = "Lead this way to a person, or record the outcome or the withdrawal before the end";
        violations.add(
                at == null
                        ? new Violation(
                                graph.file(), Violation.Element.WHOLE_FILE, Rule.PERSON_REACHABLE, message, remedy)
                        : Violation.at(at, Rule.PERSON_REACHABLE, message, remedy));
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

    private static Violation unheard(Place scope, Set<Place> places) {
        var remedy = scope.behaviour() instanceof Behaviour.EventGateway ? HEAR_IT_HERE : HEAR_IT;
        var key = " (correlation key =%s, as it is at that moment)".formatted(Vocabulary.CONVERSATION_KEY);
        return Violation.at(
                scope,
                Rule.PERSON_REACHABLE,
                "a customer who asks for a person while the process is at %s is not heard"
                        .formatted(Words.names(places)),
                remedy.formatted(scope) + key);
    }
}
