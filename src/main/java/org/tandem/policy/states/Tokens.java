package org.tandem.policy.states;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour.Trigger;
import org.tandem.bpmn.Library;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.feel.Expression;
import org.tandem.bpmn.feel.Value;

/**
 * Moves tokens as Zeebe does: activates elements, maps variables in and out, opens and closes scopes. {@link Happenings} says when,
 * {@link Passing} what gateways and other elements do that do not wait.
 */
final class Tokens {

    private final Library library;
    private final Capabilities capabilities;
    private final Findings findings;
    private final Places places;
    private final Reads reads;
    private final Relevance relevance;
    private final Activation activation;

    Tokens(Library library, Capabilities capabilities, Findings findings) {
        this.library = library;
        this.capabilities = capabilities;
        this.findings = findings;
        this.places = new Places(library);
        this.reads = new Reads(library, capabilities);
        this.relevance = new Relevance(library, capabilities, reads);
        this.activation = new Activation(this);
    }

    Library library() {
        return library;
    }

    Capabilities capabilities() {
        return capabilities;
    }

    Findings findings() {
        return findings;
    }

    Reads reads() {
        return reads;
    }

    Relevance relevance() {
        return relevance;
    }

    Places places() {
        return places;
    }

    /** Starts a process by one of its start events. */
    State start(Frame frame, Node start) {
        var moment = new Moment();
        var trigger = Subscriptions.trigger(start);
        var variables = brings(trigger);
        variables.forEach((variable, value) -> moment.setLocal(frame, variable, value));
        activation.openProcess(moment, frame);
        var place = places.at(frame, start);
        moment.enter(place);
        complete(moment, place, variables);
        return moment.asState();
    }

    /** The variables that come with an event. */
    Map<String, Value> brings(@Nullable Trigger trigger) {
        return trigger instanceof Trigger.Message message
                ? message.name()
                        .constant()
                        .flatMap(capabilities::message)
                        .map(sent -> results(sent.variables(), sent.name()))
                        .orElse(Map.of())
                : Map.of();
    }

    /** Variables as somebody outside the process writes them; dotted names are the fields of one. */
    static Map<String, Value> results(Set<String> names, String source) {
        Map<String, Value> results = new TreeMap<>();
        names.stream().collect(Collectors.groupingBy(Vocabulary::variable)).forEach((variable, all) -> {
            var fields = all.stream()
                    .filter(name -> name.contains("."))
                    .map(name -> name.split("\\.")[1])
                    .distinct()
                    .toList();
            results.put(variable, fields.isEmpty() ? anyValue(variable) : Value.Context.of(fields, source));
        });
        return results;
    }

    private static Value anyValue(String variable) {
        return variable.equals(Vocabulary.CONVERSATION_KEY) ? Moment.CURRENT_KEY : Value.ANYTHING;
    }

    /** Ends what runs at a place with these results, maps them out and lets the token go on. */
    void complete(Moment moment, Place place, Map<String, Value> results) {
        var outputs = place.node().outputs();
        if (outputs.isEmpty()) {
            results.forEach((variable, value) -> moment.merge(place, variable, value));
        } else {
            results.forEach((variable, value) -> moment.setLocal(place, variable, value));
            for (var output : outputs) {
                var value = mapped(moment, place, output.source(), "the output mapping of \"" + output.target() + "\"");
                assign(moment, place.owner(), output.target(), value);
            }
        }
        moment.leave(place);
        place.node().outgoing().forEach(flow -> follow(moment, place.frame(), flow));
    }

    void follow(Moment moment, Frame frame, Node.Flow flow) {
        activation.arrive(moment, frame, frame.process().node(flow.target()), flow.id());
    }

    void arrive(Moment moment, Frame frame, Node node) {
        activation.arrive(moment, frame, node, "");
    }

    /** A mapping may pass on that a variable is not there; where that matters, whoever reads the target complains. */
    Value mapped(Moment moment, Place place, Expression source, String what) {
        findings.passesOn(moment, place, source, what);
        return source.variable()
                .map(variable -> moment.stored(place, variable).orElse(Moment.PASSED_ON_ABSENT))
                .orElseGet(() -> relevance.essence(source.valueIn(moment.seenFrom(place))));
    }

    /** Writes the target of a mapping, which may be a field. */
    void assign(Moment moment, Scoped into, String target, Value value) {
        var path = List.of(target.split("\\."));
        var variable = path.getFirst();
        moment.merge(
                into,
                variable,
                path.size() == 1 ? value : nested(moment.stored(into, variable).orElse(Value.NULL), path, value));
    }

    Value nested(Value old, List<String> path, Value value) {
        if (path.size() == 1) {
            return value;
        }
        var key = path.get(1);
        var inside = old instanceof Value.Context context ? context : new Value.Context(Map.of(), null);
        var field = nested(inside.fields().getOrDefault(key, Value.NULL), path.subList(1, path.size()), value);
        return new Value.Context(inside.with(key, field).fields(), null);
    }
}
