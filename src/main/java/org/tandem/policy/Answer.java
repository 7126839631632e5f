package org.tandem.policy;

import java.util.Optional;
import java.util.stream.Stream;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Library;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.Part;
import org.tandem.bpmn.ProcessModel;
import org.tandem.bpmn.feel.Expression;
import org.tandem.bpmn.feel.Scope;
import org.tandem.bpmn.feel.Value;
import org.tandem.policy.states.Capabilities;

/** Who reads the answer of a decision in a process, and how. */
record Answer(Library library, Capabilities capabilities, ProcessModel process, String variable) {

    private record Read(Node node, Expression expression) {}

    /** Who takes it, or a field of it, for a single value. */
    Optional<String> readPlainly() {
        var expressions = reads().flatMap(read -> read.expression().readsPlainly().stream()
                .filter(path -> path.startsWith(variable + "."))
                .map(path -> words(read.node(), path)));
        return Stream.concat(expressions, workers().filter(words -> words.contains(variable + ".")))
                .findFirst();
    }

    /** Who reads it without asking first whether it is there. */
    Optional<String> readUnasked() {
        var scope = nothingIn(variable);
        var expressions = reads().flatMap(read -> read.expression().readingsIn(scope).stream()
                .filter(reading -> reading.variable().equals(variable) && !reading.mayBeAbsent())
                .map(reading -> words(read.node(), reading.toString())));
        return Stream.concat(expressions, workers()).findFirst();
    }

    /** What workers cannot do without, unless a mapping of their task gives them something else by that name. */
    private Stream<String> workers() {
        return process.nodes().values().stream()
                .filter(node -> node.inputs().stream()
                        .noneMatch(mapping -> mapping.target().equals(variable)))
                .flatMap(node -> node.behaviour() instanceof Behaviour.Job job
                        ? job.type().constant().flatMap(capabilities::worker).stream()
                                .flatMap(worker -> worker.reads().stream().sorted())
                                .filter(path -> path.equals(variable) || path.startsWith(variable + "."))
                                .map(path -> words(node, path))
                        : Stream.of());
    }

    private String words(Node node, String path) {
        return "\"%s\" (%s), with %s,".formatted(node.label(), process.file(), path);
    }

    private Stream<Read> reads() {
        return process.nodes().values().stream()
                .flatMap(node -> Stream.concat(Part.of(node).map(Part::expression), decided(node))
                        .map(expression -> new Read(node, expression)));
    }

    private Stream<Expression> decided(Node node) {
        return node.behaviour() instanceof Behaviour.Decide task && task.decision() != null
                ? task.decision().constant().stream()
                        .flatMap(library::withRequired)
                        .flatMap(decision -> decision.expressions().stream())
                : Stream.of();
    }

    private static Scope nothingIn(String name) {
        return new Scope() {
            @Override
            public Optional<Value> get(String variable) {
                return Optional.of(variable.equals(name) ? Value.NULL : Value.ANYTHING);
            }

            @Override
            public Scope with(String variable, Value value) {
                return this;
            }
        };
    }
}
