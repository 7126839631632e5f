package org.tandem.process.model.flow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tandem.process.model.feel.Expression;
import org.tandem.process.model.file.Behaviour;
import org.tandem.process.model.file.Behaviour.Trigger;
import org.tandem.process.model.file.Form;
import org.tandem.process.model.file.Node;
import org.tandem.process.model.flow.Step.Cause;

/** What can happen while everything waits: jobs and tasks are done, messages come, timers run out, workers throw errors. */
final class Happenings {

    private final Engine engine;

    Happenings(Engine engine) {
        this.engine = engine;
    }

    List<Step> in(State state) {
        var steps = new ArrayList<Step>();
        Set<Scoped> scopes = new LinkedHashSet<>();
        for (var place : state.active()) {
            switch (place.behaviour()) {
                case Behaviour.Job job -> steps.addAll(new Jobs(engine).steps(state, place, job));
                case Behaviour.UserTask task -> userTask(state, place, task, steps);
                case Behaviour.Catch event -> event(state, place, place.node(), event.trigger(), steps);
                case Behaviour.EventGateway gateway ->
                    place.node().outgoing().stream()
                            .map(flow -> place.frame().process().node(flow.target()))
                            .forEach(event -> event(state, place, event, Activation.trigger(event), steps));
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
        var form = Optional.ofNullable(task.form())
                .flatMap(Expression::constant)
                .map(engine.library().forms()::get);
        form.ifPresent(known -> missingFields(place, known));
        engine.complete(moment, place, Engine.results(form.map(Form::fills).orElse(Set.of()), ""));
        steps.add(new Step(place, new Cause.Went(), moment.asState()));
    }

    /** What goes into a task and comes out again must have been a field of the form, or nobody has ever looked at it. */
    private void missingFields(Place place, Form form) {
        var given = place.node().inputs().stream().map(Node.Mapping::target).toList();
        for (var output : place.node().outputs()) {
            output.source()
                    .variable()
                    .filter(variable ->
                            given.contains(variable) && !form.fills().contains(variable))
                    .ifPresent(variable ->
                            engine.findings().add(new Finding.NotOnForm(place, variable, form.id(), form.fills())));
        }
    }

    /** An event that the token waits for itself, or behind an event-based gateway. */
    private void event(State state, Place waiting, Node event, @Nullable Trigger trigger, List<Step> steps) {
        var at = engine.places().at(waiting.frame(), event);
        occurs(state, waiting, at, trigger, steps, moment -> {
            moment.leave(waiting);
            moment.enter(at);
            engine.complete(moment, at, engine.brings(trigger));
        });
    }

    private void boundaries(State state, Place activity, List<Step> steps) {
        for (var event : activity.frame().process().boundariesOf(activity.node())) {
            var trigger = Activation.trigger(event);
            var at = engine.places().at(activity.frame(), event);
            occurs(
                    state,
                    activity,
                    at,
                    trigger,
                    steps,
                    moment -> new Subscriptions(engine).boundary(moment, activity, event, engine.brings(trigger)));
        }
    }

    private void eventSubProcesses(State state, Scoped scope, List<Step> steps) {
        for (var start : new Subscriptions(engine).eventSubProcesses(new Moment(state), scope)) {
            var trigger = Activation.trigger(start.node());
            occurs(
                    state,
                    scope,
                    start,
                    trigger,
                    steps,
                    moment -> new Subscriptions(engine).eventSubProcess(moment, scope, start, engine.brings(trigger)));
        }
    }

    private void occurs(
            State state, Scoped scope, Place at, @Nullable Trigger trigger, List<Step> steps, Consumer<Moment> effect) {
        var moment = new Moment(state);
        switch (trigger) {
            case Trigger.Timer timer -> {
                effect.accept(moment);
                steps.add(new Step(at, new Cause.Went(), moment.asState()));
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
            case Trigger.Error error -> {}
            case Trigger.Unknown unknown -> {}
            case null -> {}
        }
    }
}
