package org.tandem.policy.states;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.feel.Value;
import org.tandem.policy.states.Capabilities.Worker;
import org.tandem.policy.states.Step.Cause;

/** What workers do: they finish with the variables they promise, report that the customer came back or did not, or throw an error. */
final class Jobs {

    private final Tokens tokens;

    Jobs(Tokens tokens) {
        this.tokens = tokens;
    }

    List<Step> steps(State state, Place place, Behaviour.Job job) {
        return job.type().constant().map(type -> steps(state, place, type)).orElse(List.of());
    }

    private List<Step> steps(State state, Place place, String type) {
        var steps = new ArrayList<Step>();
        var worker = tokens.capabilities().worker(type).orElse(new Worker(type, Set.of(), Set.of(), Set.of()));
        if (worker.writes().contains(Vocabulary.CAME_BACK)) {
            either(steps, state, place, worker, Vocabulary.CAME_BACK, new Cause.CameBack());
        } else if (worker.writes().contains(Vocabulary.HANDED_BACK)) {
            either(steps, state, place, worker, Vocabulary.HANDED_BACK, new Cause.Went());
        } else {
            steps.add(new Step(place, new Cause.Went(), done(state, place, worker, Map.of())));
        }
        worker.errors().stream().sorted().forEach(code -> {
            var moment = new Moment(state);
            new Errors(tokens)
                    .raise(moment, place, code)
                    .ifPresent(caught -> steps.add(new Step(caught, new Cause.Went(), moment.asState())));
        });
        return steps;
    }

    private void either(List<Step> steps, State state, Place place, Worker worker, String variable, Cause ifTrue) {
        steps.add(new Step(place, ifTrue, done(state, place, worker, Map.of(variable, Value.TRUE))));
        steps.add(new Step(place, new Cause.Went(), done(state, place, worker, Map.of(variable, Value.FALSE))));
    }

    private State done(State state, Place place, Worker worker, Map<String, Value> known) {
        var moment = new Moment(state);
        if (worker.writes().contains(Vocabulary.CONVERSATION_KEY)) {
            endStretch(moment);
        }
        if (worker.type().equals(Vocabulary.DRAFTING_JOB)) {
            moment.forgetDecisionsOf(Vocabulary.GATE_DECISION);
        }
        var goesOn = Value.TRUE.equals(known.get(Vocabulary.CAME_BACK))
                || Value.FALSE.equals(known.get(Vocabulary.HANDED_BACK));
        if (Vocabulary.CLOSING_JOBS.contains(worker.type()) && !goesOn) {
            moment.close();
        }
        var results = new HashMap<>(Tokens.results(worker.writes(), worker.type()));
        worker.mayBeNull().stream()
                .filter(variable -> !variable.equals(Vocabulary.CONVERSATION_KEY))
                .forEach(variable -> results.put(variable, Value.oneOf(Set.of((Value.Known) Value.NULL), true)));
        results.putAll(known);
        tokens.complete(moment, place, results);
        return moment.asState();
    }

    /** From now on messages carry another conversation key. */
    static void endStretch(Moment moment) {
        Set<Scoped> listening = new LinkedHashSet<>();
        for (var place : moment.active()) {
            for (Scoped scope : List.of(place, place.frame())) {
                if (Subscriptions.of(scope).anyMatch(Subscriptions::hearsPersonRequested)) {
                    listening.add(scope);
                }
            }
        }
        moment.endStretch(listening);
    }
}
