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

/** Who reads the answer of a decision in a process, and how. */
record Answer(Library library, ProcessModel process, String variable) {

    private record Read(Node node, Expression expression) {}

    /** Who takes it, or a field of it, for a single value. */
    Optional<String> readPlainly() {
        return reads().flatMap(read -> read.expression().readsPlainly().stream()
                        .filter(path -> path.startsWith(variable + "."))
                        .map(path -> words(read.node(), path)))
                .findFirst();
    }

    /** Who reads it without asking first whether it is there. */
    Optional<String> readUnasked() {
        var scope = nothingIn(variable);
        return reads().flatMap(read -> read.expression().readingsIn(scope).stream()
                        .filter(reading -> reading.variable().equals(variable) && !reading.mayBeAbsent())
                        .map(reading -> words(read.node(), reading.toString())))
                .findFirst();
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
