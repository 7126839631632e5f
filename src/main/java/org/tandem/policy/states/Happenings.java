package org.tandem.policy.states;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Behaviour.Trigger;
import org.tandem.bpmn.Form;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.feel.Value;
import org.tandem.policy.states.Step.Cause;

/** What can happen while everything waits: jobs and tasks are done, messages come, timers run out, workers throw errors. */
final class Happenings {

    private final Tokens tokens;

    Happenings(Tokens tokens) {
        this.tokens = tokens;
    }

    List<Step> in(State state) {
        var steps = new ArrayList<Step>();
        Set<Scoped> scopes = new LinkedHashSet<>();
        for (var place : state.active()) {
            switch (place.behaviour()) {
                case Behaviour.Job job -> steps.addAll(new Jobs(tokens).steps(state, place, job));
                case Behaviour.UserTask task -> userTask(state, place, task, steps);
                case Behaviour.Catch event -> event(state, place, place.node(), event.trigger(), steps);
                case Behaviour.EventGateway gateway ->
                    place.node().outgoing().stream()
                            .map(flow -> place.frame().process().node(flow.target()))
                            .forEach(event -> event(state, place, event, Subscriptions.trigger(event), steps));
                default -> {}
            }
            boundaries(state, place, steps);
            scopes.add(place);
            scopes.add(place.frame());
        }
        scopes.forEach(scope -> eventSubProcesses(state, scope, steps));
        return steps;
    }

    private void userTask(State state, Place place, Behaviour.UserTask task, List<Step> steps) {
        var moment = new Moment(state);
        var form = tokens.library().form(task);
        var fills = form.map(Form::fills).orElse(Set.of());
        var results = new HashMap<>(Tokens.results(written(moment, place, form), ""));
        form.ifPresent(known -> missingFields(moment, place, known).forEach(missing -> {
            tokens.findings().add(new Finding.NotOnForm(place, missing, known.id(), fills));
            results.put(missing, Value.ANYTHING);
        }));
        tokens.complete(moment, place, results);
        steps.add(new Step(place, new Cause.Went(), moment.asState()));
    }

    /** A field of a variable that was not there before is all there is of it; of one that was there, the rest stays. */
    private static Set<String> written(Moment moment, Place place, Optional<Form> form) {
        return form.map(Form::filled).orElse(List.of()).stream()
                .map(Form.Field::path)
                .map(path ->
                        path.size() > 1 && moment.stored(place, path.getFirst()).isEmpty()
                                ? path.get(0) + "." + path.get(1)
                                : path.getFirst())
                .collect(Collectors.toSet());
    }

    /**
     * What an output mapping takes must have been a field of the form. Otherwise it is not there, or worse: it is what an input mapping
     * put in, and nobody has ever looked at it.
     */
    private static List<String> missingFields(Moment moment, Place place, Form form) {
        var given = place.node().inputs().stream().map(Node.Mapping::target).toList();
        return place.node().outputs().stream()
                .flatMap(output -> output.source().variable().stream())
                .filter(variable -> !form.fills().contains(variable))
                .filter(variable -> given.contains(variable)
                        || moment.stored(place, variable).isEmpty())
                .toList();
    }

    /** An event that the token waits for itself, or behind an event-based gateway. */
    private void event(State state, Place waiting, Node event, @Nullable Trigger trigger, List<Step> steps) {
        var at = tokens.places().at(waiting.frame(), event);
        occurs(state, waiting, at, trigger, steps, moment -> {
            moment.leave(waiting);
            moment.enter(at);
            tokens.complete(moment, at, tokens.brings(trigger));
        });
    }

    private void boundaries(State state, Place activity, List<Step> steps) {
        for (var event : activity.frame().process().boundariesOf(activity.node())) {
            var trigger = Subscriptions.trigger(event);
            var at = tokens.places().at(activity.frame(), event);
            occurs(
                    state,
                    activity,
                    at,
                    trigger,
                    steps,
                    moment -> new EventTriggers(tokens).boundary(moment, activity, event, tokens.brings(trigger)));
        }
    }

    private void eventSubProcesses(State state, Scoped scope, List<Step> steps) {
        for (var start : new EventTriggers(tokens).eventSubProcesses(new Moment(state), scope)) {
            var trigger = Subscriptions.trigger(start.node());
            occurs(
                    state,
                    scope,
                    start,
                    trigger,
                    steps,
                    moment -> new EventTriggers(tokens).eventSubProcess(moment, scope, start, tokens.brings(trigger)));
        }
    }

    private void occurs(
            State state, Scoped scope, Place at, @Nullable Trigger trigger, List<Step> steps, Consumer<Moment> effect) {
        var moment = new Moment(state);
        switch (trigger) {
            case Trigger.Timer timer -> {
                effect.accept(moment);
                steps.add(new Step(at, new Cause.TimedOut(), moment.asState()));
            }
            case Trigger.Message message -> {
                var name = message.name().text();
                if (name.equals(Vocabulary.PERSON_REQUESTED) && moment.isDeaf(scope)) {
                    return;
                }
                if (Vocabulary.END_A_STRETCH.contains(name)) {
                    Jobs.endStretch(moment);
                }
                effect.accept(moment);
                steps.add(new Step(at, new Cause.Heard(name), moment.asState()));
            }
            case null -> {}
            default -> {}
        }
    }
}
