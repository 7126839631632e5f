package org.tandem.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Decision;
import org.tandem.bpmn.Library;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.Part;
import org.tandem.bpmn.feel.Expression;
import org.tandem.bpmn.feel.Scope;
import org.tandem.policy.states.Capabilities;

/** What a condition or a decision holds against a text can be that text, as far as all are known that it can be. */
final class ComparisonsCanHold {

    private final Library library;
    private final TextsPossible possible;
    private final Set<String> suspects;
    private final Map<List<String>, Optional<Set<String>>> asked = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    ComparisonsCanHold(Library library, Capabilities capabilities) {
        this.library = library;
        this.possible = new TextsPossible(library, capabilities);
        this.suspects = new QueuesKnown(library).suspects();
    }

    List<Violation> violations() {
        library.processes()
                .values()
                .forEach(process -> process.nodes()
                        .values()
                        .forEach(node -> Part.of(node)
                                .forEach(part -> compared(part.expression())
                                        .forEach(wrong -> violations.add(Violation.at(
                                                process.file(),
                                                node,
                                                Rule.VALUES_FIT,
                                                wrong.message(part.what()),
                                                wrong.remedy()))))));
        library.decisions().values().stream().filter(Decision::isTable).forEach(this::cells);
        return violations;
    }

    /** A text that is none of those that a variable can be. */
    private record Wrong(String variable, String text, Set<String> possible) {

        String message(String where) {
            return "%s compares %s with \"%s\", which it never is".formatted(where, variable, text);
        }

        String remedy() {
            return "Correct it%s: it can be %s"
                    .formatted(
                            Similar.to(text, possible),
                            Words.list(possible.stream().sorted().toList()));
        }
    }

    private Stream<Wrong> compared(Expression expression) {
        return expression.textComparisons().stream()
                .filter(comparison -> reads(expression, comparison.path()))
                .flatMap(comparison -> wrong(comparison.path(), comparison.text()));
    }

    /** What an expression names itself is no variable. */
    private static boolean reads(Expression expression, List<String> path) {
        return expression.readingsIn(Scope.ANYTHING).stream()
                .anyMatch(reading -> reading.path().equals(path));
    }

    private Stream<Wrong> wrong(List<String> path, String text) {
        return asked
                .computeIfAbsent(path, possible::of)
                .filter(texts -> !texts.contains(text) && texts.stream().noneMatch(suspects::contains))
                .map(texts -> new Wrong(String.join(".", path), text, texts))
                .stream();
    }

    private void cells(Decision table) {
        for (var column = 0; column < table.inputs().size(); column++) {
            var input = table.inputs().get(column).expression();
            var paths = paths(table, input);
            if (paths.size() != 1) {
                continue;
            }
            for (var rule : table.rules()) {
                var cell = column < rule.tests().size() ? rule.tests().get(column) : Optional.<Expression>empty();
                cell.stream()
                        .flatMap(test -> test.textComparisons().stream())
                        .filter(comparison -> comparison.path().isEmpty())
                        .flatMap(comparison -> wrong(paths.getFirst(), comparison.text()))
                        .forEach(wrong -> violations.add(new Violation(
                                table.file(),
                                new Violation.Element(table.id(), table.name()),
                                Rule.VALUES_FIT,
                                wrong.message("the rule " + rule.id()),
                                wrong.remedy())));
            }
        }
    }

    /** What an input column looks at where the decision is asked. */
    private List<List<String>> paths(Decision table, Expression input) {
        return library.processes().values().stream()
                .flatMap(process -> process.nodes().values().stream())
                .filter(node -> node.behaviour() instanceof Behaviour.Decide task
                        && task.decision() != null
                        && task.decision().constant().filter(table.id()::equals).isPresent())
                .map(node -> source(node, input))
                .map(ComparisonsCanHold::path)
                .distinct()
                .toList();
    }

    private static Expression source(Node task, Expression input) {
        return task.inputs().stream()
                .filter(mapping -> mapping.target().equals(input.text()))
                .reduce((first, last) -> last)
                .map(Node.Mapping::source)
                .orElse(input);
    }

    /** Of an expression that is nothing but a variable or a field of one; what else it is, nobody writes. */
    private static List<String> path(Expression expression) {
        var readings = List.copyOf(expression.readingsIn(Scope.ANYTHING));
        return readings.size() == 1 && readings.getFirst().toString().equals(expression.text())
                ? readings.getFirst().path()
                : List.of("");
    }
}
