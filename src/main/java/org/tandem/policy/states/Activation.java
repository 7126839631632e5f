package org.tandem.policy.states;

import java.util.List;
import java.util.Set;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Behaviour.Start;
import org.tandem.bpmn.Form;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.Part;
import org.tandem.bpmn.feel.Reading;
import org.tandem.bpmn.feel.Value;
import org.tandem.policy.states.Finding.Why;
import org.tandem.policy.states.Findings.Need;

/** What happens when a token arrives: input mappings, subscriptions, the start of what is inside. */
final class Activation {

    private static final String TWICE = "can be reached a second time while it is still running";

    private final Tokens tokens;
    private final Subscriptions subscriptions;

    Activation(Tokens tokens) {
        this.tokens = tokens;
        this.subscriptions = new Subscriptions(tokens.findings());
    }

    void openProcess(Moment moment, Frame frame) {
        var starts = frame.process().eventStartsOf(null);
        starts.forEach(
                start -> subscriptions.open(moment, frame, tokens.places().at(frame, start), start));
    }

    void arrive(Moment moment, Frame frame, Node node, String by) {
        var joins = node.behaviour() instanceof Behaviour.Parallel && node.incoming() > 1;
        var place = tokens.places().at(frame, node, joins ? by : null);
        var runsInside = node.behaviour() instanceof Behaviour.SubProcess || node.behaviour() instanceof Behaviour.Call;
        if (moment.isActive(place) && (joins || runsInside)) {
            tokens.findings().add(new Finding.Unfollowable(place, TWICE));
            return;
        }
        moment.enter(place);
        for (var input : node.inputs()) {
            var value = tokens.mapped(moment, place, input.source(), "the input mapping of \"" + input.target() + "\"");
            var variable = Vocabulary.variable(input.target());
            var old = moment.localsOf(place).getOrDefault(variable, Value.NULL);
            moment.setLocal(
                    place, variable, tokens.nested(old, List.of(input.target().split("\\.")), value));
        }
        activate(moment, place);
    }

    private void activate(Moment moment, Place place) {
        var process = place.frame().process();
        switch (place.behaviour()) {
            case Behaviour.Job job -> job.type().constant().ifPresent(type -> job(moment, place, type));
            case Behaviour.UserTask task -> userTask(moment, place, task);
            case Behaviour.Catch event -> subscriptions.open(moment, place, place, place.node());
            case Behaviour.EventGateway gateway ->
                place.node().outgoing().stream()
                        .map(flow -> process.node(flow.target()))
                        .forEach(event -> subscriptions.open(moment, place, place, event));
            case Behaviour.SubProcess sub -> {
                process.eventStartsOf(place.node()).forEach(start -> subscriptions.open(moment, place, place, start));
                process.startsOf(place.node()).forEach(start -> tokens.arrive(moment, place.frame(), start));
            }
            case Behaviour.Call call -> call(moment, place, call);
            default -> {}
        }
        process.boundariesOf(place.node()).forEach(event -> subscriptions.open(moment, place, place, event));
    }

    private void job(Moment moment, Place place, String type) {
        Part.of(place.node()).forEach(part -> tokens.findings().fits(moment, place, place.node(), part));
        tokens.capabilities()
                .worker(type)
                .ifPresent(worker -> worker.reads().stream()
                        .sorted()
                        .forEach(variable -> tokens.findings()
                                .reads(moment, place, Reading.of(variable), Need.NOT_NULL, "its worker")));
        if (type.equals(Vocabulary.DRAFTING_JOB)) {
            moment.forgetDecisionsOf(Vocabulary.GATE_DECISION);
        }
        if (type.equals(Vocabulary.HANDING_BACK_JOB)
                && !moment.stored(place, Vocabulary.HAND_BACK)
                        .filter(Value.TRUE::equals)
                        .isPresent()) {
            tokens.findings().add(new Finding.NotChosen(place));
        }
        if (type.equals(Vocabulary.SENDING_JOB)) {
            var gate = moment.stored(place, Vocabulary.GATE_VARIABLE).orElse(Value.NULL);
            var asked = gate instanceof Value.Context context && Vocabulary.GATE_DECISION.equals(context.source());
            var allowed = gate instanceof Value.Context context
                    && new Value.Known(Vocabulary.AI_MAY_ANSWER)
                            .equals(context.fields().get(Vocabulary.ROUTE));
            if (!asked || !allowed) {
                tokens.findings().add(new Finding.Ungated(place, asked));
            }
        }
    }

    private void userTask(Moment moment, Place place, Behaviour.UserTask task) {
        Part.of(place.node()).forEach(part -> tokens.findings().fits(moment, place, place.node(), part));
        task.attributes()
                .forEach(attribute -> tokens.findings()
                        .reads(moment, place, attribute, Need.WRITTEN, "its assignment, dates or priority"));
        tokens.library().form(task).ifPresent(form -> form.shows().forEach(shown -> shows(moment, place, form, shown)));
    }

    /** A form may also show what is filled in on it, and in a dynamic list what its element has. */
    private void shows(Moment moment, Place place, Form form, Form.Shown shown) {
        var what = "its form, at \"" + shown.where() + "\",";
        var scope = moment.seenFrom(place);
        for (var reading : shown.readingsIn(scope)) {
            var list = shown.list().filter(element -> element.names().contains(reading.variable()));
            if (form.gives(reading)) {
                continue;
            }
            if (list.isPresent() && !isThere(moment, place, reading.variable())) {
                unwritten(place, what, reading, Why.ABSENT, Set.of("this." + reading));
            } else {
                tokens.findings().reads(moment, place, reading, Need.PASSED_ON, what);
            }
        }
        shown.list()
                .filter(list -> !isThere(moment, place, list.variable()))
                .ifPresent(list -> shown.readingsOfThis(scope).stream()
                        .filter(reading -> !list.has(reading))
                        .forEach(reading -> unwritten(place, what, reading, Why.NO_SUCH_FIELD, list.names())));
    }

    private static boolean isThere(Moment moment, Place place, String variable) {
        return moment.stored(place, variable)
                .filter(value -> !value.equals(Moment.PASSED_ON_ABSENT))
                .isPresent();
    }

    private void unwritten(Place at, String what, Reading reading, Why why, Set<String> instead) {
        tokens.findings().add(new Finding.Unwritten(at, what, reading, why, instead));
    }

    private void call(Moment moment, Place place, Behaviour.Call call) {
        var process = call.process() == null
                ? null
                : call.process()
                        .constant()
                        .map(tokens.library().processes()::get)
                        .orElse(null);
        if (process == null) {
            return;
        }
        if (place.frame().runs(process)) {
            tokens.findings()
                    .add(new Finding.Unfollowable(place, "calls a process that is still running (itself, in the end)"));
            return;
        }
        var frame = tokens.places().calledFrom(place, process);
        var handed = call.bringsAll() ? moment.visibleFrom(place) : moment.localsOf(place);
        handed.keySet().retainAll(tokens.reads().in(process));
        handed.forEach((variable, value) -> moment.setLocal(frame, variable, value));
        openProcess(moment, frame);
        process.startsOf(null).stream()
                .filter(start -> start.behaviour() instanceof Start none && none.trigger() == null)
                .forEach(start -> tokens.arrive(moment, frame, start));
    }
}
