package org.tandem.policy.states;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Behaviour.Trigger;
import org.tandem.bpmn.Library;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.ProcessModel;
import org.tandem.bpmn.feel.Expression;
import org.tandem.bpmn.feel.Reading;
import org.tandem.bpmn.feel.Scope;
import org.tandem.bpmn.feel.Value;

/**
 * What has to be remembered of variables and what not, so that there are few states: texts and numbers that no expression compares
 * with are all the same, and a variable that a called process never reads need not be handed to it.
 */
final class Relevance {

    private final Library library;
    private final Capabilities capabilities;
    private final Set<Value.Known> compared = new HashSet<>();
    private final Set<String> decisive = new HashSet<>();
    private final Map<String, Set<String>> readIn = new HashMap<>();
    private final Map<String, Set<String>> aside = new HashMap<>();

    Relevance(Library library, Capabilities capabilities) {
        this.library = library;
        this.capabilities = capabilities;
        compared.add((Value.Known) Value.NULL);
        library.processes().values().stream()
                .flatMap(process -> process.nodes().values().stream())
                .flatMap(this::expressions)
                .forEach(expression -> {
                    compared.addAll(expression.comparedWith());
                    decisive.addAll(expression.comparedVariables());
                });
        library.processes().values().stream()
                .flatMap(process -> process.nodes().values().stream())
                .flatMap(node -> node.outgoing().stream())
                .flatMap(flow -> Stream.ofNullable(flow.condition()))
                .flatMap(condition -> condition.readingsIn(Scope.ANYTHING).stream())
                .forEach(reading -> decisive.add(reading.variable()));
    }

    /** Work beside the main flow; see {@link SideTracks}. */
    boolean isAside(Place place) {
        var process = place.frame().process();
        return aside.computeIfAbsent(process.id(), id -> new SideTracks(process, capabilities, decisive).nodes())
                .contains(place.node().id());
    }

    /** The value, as far as any expression could tell the difference. */
    Value essence(Value value) {
        if (value instanceof Value.Context context) {
            Map<String, Value> fields = new HashMap<>();
            context.fields().forEach((name, field) -> fields.put(name, essence(field)));
            return new Value.Context(fields, context.source());
        }
        return value instanceof Value.Known known
                        && (known.constant() instanceof String || known.constant() instanceof Number)
                        && !compared.contains(known)
                ? new Value.Unknown(compared)
                : value;
    }

    /** The variables that a process, or one it calls, reads anywhere. */
    Set<String> readIn(ProcessModel process) {
        var known = readIn.get(process.id());
        if (known != null) {
            return known;
        }
        var names = new HashSet<String>();
        readIn.put(process.id(), names);
        for (var node : process.nodes().values()) {
            expressions(node)
                    .flatMap(expression -> expression.readingsIn(Scope.ANYTHING).stream())
                    .map(Reading::variable)
                    .forEach(names::add);
            jobReads(node).forEach(names::add);
            called(node).forEach(inner -> names.addAll(readIn(inner)));
        }
        return names;
    }

    private Stream<String> jobReads(Node node) {
        return node.behaviour() instanceof Behaviour.Job job
                ? Stream.concat(
                        Stream.of(Vocabulary.GATE_VARIABLE),
                        job.type().constant().flatMap(capabilities::worker).stream()
                                .flatMap(worker -> worker.reads().stream())
                                .map(name -> name.replaceFirst("\\..*", "")))
                : Stream.of();
    }

    private Stream<ProcessModel> called(Node node) {
        return node.behaviour() instanceof Behaviour.Call call && call.process() != null
                ? call.process().constant().map(library.processes()::get).stream()
                : Stream.of();
    }

    private Stream<Expression> expressions(Node node) {
        return Stream.of(
                        node.inputs().stream().map(Node.Mapping::source),
                        node.outputs().stream().map(Node.Mapping::source),
                        node.outgoing().stream().map(Node.Flow::condition).flatMap(Stream::ofNullable),
                        ofTrigger(node),
                        ofBehaviour(node))
                .flatMap(stream -> stream);
    }

    private static Stream<Expression> ofTrigger(Node node) {
        return switch (Subscriptions.trigger(node)) {
            case Trigger.Message message -> Stream.ofNullable(message.correlationKey());
            case Trigger.Timer timer -> Stream.of(timer.when());
            case null -> Stream.of();
            default -> Stream.of();
        };
    }

    private Stream<Expression> ofBehaviour(Node node) {
        return switch (node.behaviour()) {
            case Behaviour.Script script -> Stream.of(script.expression());
            case Behaviour.UserTask task ->
                Stream.concat(
                        task.attributes().stream(),
                        Stream.ofNullable(task.form())
                                .flatMap(form -> form.constant().stream())
                                .flatMap(form ->
                                        Stream.ofNullable(library.forms().get(form)))
                                .flatMap(form -> form.shows().stream().map(shown -> shown.expression())));
            case Behaviour.Decide task ->
                Stream.ofNullable(task.decision())
                        .flatMap(decision -> decision.constant().stream())
                        .flatMap(library::withRequired)
                        .flatMap(decision -> decision.expressions().stream());
            default -> Stream.of();
        };
    }
}
