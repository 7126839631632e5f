package org.tandem.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Library;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.ProcessModel;
import org.tandem.bpmn.feel.Expression;
import org.tandem.bpmn.feel.Scope;

/** All values that an input of a decision can have, where they are what another decision answers. */
record Domain(Library library, ProcessModel process, Node task) {

    Optional<Set<Object>> of(Expression input) {
        var source = task.inputs().stream()
                .filter(mapping -> mapping.target().equals(input.text()))
                .reduce((first, last) -> last)
                .map(Node.Mapping::source)
                .orElse(input);
        var reading = source.readingsIn(Scope.ANYTHING).stream().toList();
        if (reading.size() != 1 || !source.text().equals(reading.getFirst().toString())) {
            return Optional.empty();
        }
        var path = reading.getFirst().path();
        var sources = process.nodes().values().stream()
                .map(Node::behaviour)
                .flatMap(behaviour -> behaviour instanceof Behaviour.Decide decide
                                && decide.resultVariable().equals(path.getFirst())
                        ? Stream.of(decide)
                        : Stream.of())
                .toList();
        return sources.size() == 1 ? answers(sources.getFirst(), path) : Optional.empty();
    }

    private Optional<Set<Object>> answers(Behaviour.Decide decide, List<String> path) {
        var table = decide.decision() == null
                ? null
                : decide.decision().constant().map(library.decisions()::get).orElse(null);
        if (table == null || !table.isTable() || table.answersWithList() || table.aggregates()) {
            return Optional.empty();
        }
        var output = table.answersPlainly() ? table.outputs().getFirst() : path.getLast();
        if (path.size() != (table.answersPlainly() ? 1 : 2)) {
            return Optional.empty();
        }
        var values = new HashSet<Object>();
        for (var rule : table.rules()) {
            var constant = Optional.ofNullable(rule.answers().get(output)).flatMap(Expression::constant);
            if (constant.isEmpty()) {
                return Optional.empty();
            }
            values.add(constant.get());
        }
        return Optional.of(values);
    }
}
