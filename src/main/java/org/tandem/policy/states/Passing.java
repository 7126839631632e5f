package org.tandem.policy.states;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.Part;
import org.tandem.bpmn.feel.Value;
import org.tandem.policy.states.Findings.Need;
import org.tandem.policy.states.Step.Cause;

/** What happens at once, without waiting for anybody: gateways, decisions, scripts, ends, and scopes in which nothing runs any more. */
final class Passing {

    private final Tokens tokens;

    Passing(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The next steps from here if something passes at once, or nothing if everything waits. */
    Optional<List<Step>> from(State state) {
        return state.active().stream()
                .filter(place -> passes(place, state))
                .findFirst()
                .map(place -> steps(place, state));
    }

    private boolean passes(Place place, State state) {
        return switch (place.behaviour()) {
            case Behaviour.Job job -> tokens.relevance().isAside(place);
            case Behaviour.UserTask task -> false;
            case Behaviour.Catch event -> false;
            case Behaviour.EventGateway gateway -> false;
            case Behaviour.Parallel gateway -> joined(place, new Moment(state)).isPresent();
            case Behaviour.SubProcess sub -> state.active().stream().noneMatch(inner -> inner.owner() == place);
            case Behaviour.Call call ->
                state.active().stream().noneMatch(inner -> inner.frame().caller() == place);
            default -> true;
        };
    }

    private List<Step> steps(Place place, State state) {
        var moment = new Moment(state);
        switch (place.behaviour()) {
            case Behaviour.Exclusive gateway -> {
                if (!place.node().outgoing().isEmpty()) {
                    return decide(place, gateway, state);
                }
                tokens.complete(moment, place, Map.of());
            }
            case Behaviour.Job job -> {
                return new Jobs(tokens).steps(state, place, job);
            }
            case Behaviour.Terminate end ->
                moment.active().stream()
                        .filter(other -> other.owner() == place.owner())
                        .forEach(moment::leave);
            case Behaviour.ThrowError end ->
                end.code().constant().ifPresent(code -> new Errors(tokens).raise(moment, place, code));
            case Behaviour.Parallel gateway -> {
                joined(place, moment).orElse(List.of()).forEach(moment::leave);
                place.node().outgoing().forEach(flow -> tokens.follow(moment, place.frame(), flow));
            }
            case Behaviour.Decide task ->
                tokens.complete(moment, place, new Deciding(tokens).answer(place, task, moment));
            case Behaviour.Script script ->
                tokens.complete(
                        moment,
                        place,
                        Map.of(
                                script.resultVariable(),
                                tokens.mapped(moment, place, script.expression(), "the script")));
            case Behaviour.Call call -> tokens.complete(moment, place, broughtBack(place, call, moment));
            default -> tokens.complete(moment, place, Map.of());
        }
        return List.of(new Step(place, new Cause.Went(), moment.asState()));
    }

    /** The tokens that a parallel gateway takes together, once there is one on each of its incoming flows. */
    private static Optional<List<Place>> joined(Place place, Moment moment) {
        if (place.arrivedBy() == null) {
            return Optional.of(List.of(place));
        }
        var arrived = moment.active().stream()
                .filter(other -> other.frame() == place.frame() && other.node() == place.node())
                .toList();
        return arrived.size() == place.node().incoming() ? Optional.of(arrived) : Optional.empty();
    }

    private List<Step> decide(Place place, Behaviour.Exclusive gateway, State state) {
        var steps = new ArrayList<Step>();
        var rest = new Moment(state);
        for (var flow : place.node().outgoing()) {
            if (flow.id().equals(gateway.defaultFlow())) {
                continue;
            }
            var condition = flow.condition();
            if (condition == null) {
                return with(steps, take(place, flow, rest));
            }
            tokens.findings()
                    .reads(rest, place, condition, Need.WRITTEN, "the condition of its flow" + quoted(flow.name()));
            Part.condition(flow).forEach(part -> tokens.findings().fits(rest, place, place.node(), part));
            var taken = rest.copy();
            condition.assume(true, taken.seenFrom(place)).ifPresent(scope -> steps.add(take(place, flow, taken)));
            if (condition.assume(false, rest.seenFrom(place)).isEmpty()) {
                return steps;
            }
        }
        return place.node().outgoing().stream()
                .filter(flow -> flow.id().equals(gateway.defaultFlow()))
                .findFirst()
                .map(flow -> with(steps, take(place, flow, rest)))
                .orElseGet(() -> {
                    tokens.findings().add(new Finding.NoWayOn(place));
                    return steps;
                });
    }

    private static String quoted(String name) {
        return name.isBlank() ? "" : " \"" + name + "\"";
    }

    private static List<Step> with(List<Step> steps, Step last) {
        steps.add(last);
        return steps;
    }

    private Step take(Place place, Node.Flow flow, Moment moment) {
        moment.leave(place);
        tokens.follow(moment, place.frame(), flow);
        return new Step(place, new Cause.Went(), moment.asState());
    }

    private Map<String, Value> broughtBack(Place place, Behaviour.Call call, Moment moment) {
        var frame = tokens.places().calledFrom(place);
        return frame == null || !call.takesAll() && place.node().outputs().isEmpty()
                ? Map.of()
                : moment.localsOf(frame);
    }
}
